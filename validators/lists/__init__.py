"""What the rows of a list say of one another."""
