"""The folder of a sample: its log, and whether it can be trusted."""
