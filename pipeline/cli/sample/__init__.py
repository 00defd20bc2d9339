"""The commands `dossier sample …`: plan a sample, draw it, verify it, say what the answers prove (contract §10)."""
