"""Rulebooks: found, parsed, checked against their text, shown, compared."""
