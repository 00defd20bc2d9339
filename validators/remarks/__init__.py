"""What is shown to the clerk and never counts in the verdict."""
