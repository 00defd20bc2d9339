"""Frames and a rulebook to findings; pure."""
