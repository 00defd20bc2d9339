"""What a clerk corrected, laid over what was read."""
