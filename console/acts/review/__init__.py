"""What the review screen keeps for whoever sits before it."""
