"""After recognition: who holds the title, what is due, what must be written."""
