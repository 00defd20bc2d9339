"""Which seals are on a page, and what they say."""
