"""Audit sampling: plan, draw, verify, work papers, evaluation (contract §10)."""
