"""设置: the pages of whoever administers the console."""
