"""A document as lines of text and as logical tables, over page edges."""
