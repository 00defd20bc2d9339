"""Rosters and the tables inside the form: their heads, rows and figures."""
