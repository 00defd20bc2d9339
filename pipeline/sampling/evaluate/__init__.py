"""What the answers of a sample say."""
