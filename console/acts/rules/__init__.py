"""What an administrator does with the office's own rulebooks."""
