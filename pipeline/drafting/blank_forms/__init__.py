"""What do the blank forms of the annexes print: which blanks, which lists, a year to a column?"""
