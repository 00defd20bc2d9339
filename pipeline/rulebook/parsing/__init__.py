"""The sections of a rulebook file, each read into its shape (schemas/rulebook, schemas/regulation)."""
