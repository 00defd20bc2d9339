"""The recogniser, and what it has seen before."""
