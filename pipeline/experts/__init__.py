"""Expert review as paper and arithmetic: a panel by lot, what each expert reads and fills in, the order of the marks.

None of the five regulations states weights, a pass mark or the size of a panel: all of them are a person's.
"""
