"""Several versions of one form or list: which counts, and in what do they differ?"""
