"""The figures in the report's prose."""
