"""Days and periods: corresponding days, quarters, working days."""
