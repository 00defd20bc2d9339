"""The regulations as the pages show them, and the office's own rulebooks in the console's folder."""
