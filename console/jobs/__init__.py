"""What takes longer than a page may: a table of jobs, and one process that does them in order."""
