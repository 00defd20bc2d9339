"""Calls made one by one: what was said is logged and stands in the same call sheet that can be filled in by hand."""
