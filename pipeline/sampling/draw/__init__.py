"""What is drawn from, and what is drawn."""
