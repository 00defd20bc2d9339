"""Who did what: the events, their file, the platforms they come to."""
