"""What comes in by another way than the browser, and what is asked of a virus scanner before it is taken."""
