"""办法: the regulations, and the office's own rulebooks."""
