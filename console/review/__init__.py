"""核对: what stands on the review screen, put together from the files."""
