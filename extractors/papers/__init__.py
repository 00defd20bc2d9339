"""Which paper is which, and what does each say of itself?"""
