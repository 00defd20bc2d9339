"""Financial statements: the amounts that count."""
