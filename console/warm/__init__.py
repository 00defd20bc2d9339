"""Processes that stay warm: what opens applicants' files or judges again never runs inside the web process."""
