"""PDF: glyphs, drawn lines and pages."""
