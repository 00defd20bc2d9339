"""Tables without lines: columns and rows from where the words stand."""
