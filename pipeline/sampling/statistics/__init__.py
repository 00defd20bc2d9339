"""How many to draw, and what a sample shows."""
