"""What do the files that screening wrote say?"""
