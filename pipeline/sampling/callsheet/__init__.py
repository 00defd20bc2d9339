"""The call sheet: printed, filled in, read back."""
