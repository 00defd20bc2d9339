"""The words of data/vocabulary and data/forms, typed."""
