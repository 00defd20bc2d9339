"""Clauses that are more than one bound for everybody: for whom, one of several, nothing of a kind, growth, points."""
