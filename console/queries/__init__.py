"""What pages ask of the tables: one module a list, so that no page and no template asks by itself."""
