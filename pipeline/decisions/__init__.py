"""decisions.yaml: what a clerk decided, read and written."""
