"""One file format each: bytes to pages of blocks, every one with its place."""
