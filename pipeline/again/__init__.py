"""What of an earlier run still stands, so that only what changed is done again?"""
