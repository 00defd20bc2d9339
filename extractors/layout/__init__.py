"""Glyphs and drawn lines become lines, paragraphs and tables; no file format is named here."""
