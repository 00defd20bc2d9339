"""What may be asked of each command: its arguments and options, and nothing that is slow to load."""
