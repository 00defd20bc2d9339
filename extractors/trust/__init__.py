"""What may be believed of what was read, and why not."""
