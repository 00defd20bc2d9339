"""OFD, the Chinese page format."""
