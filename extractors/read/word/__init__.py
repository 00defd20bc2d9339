"""DOCX: what a Word file shows."""
