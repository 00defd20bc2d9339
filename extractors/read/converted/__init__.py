"""Old office formats, converted by LibreOffice and read as their successors."""
