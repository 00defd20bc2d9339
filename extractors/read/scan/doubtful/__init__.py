"""What of a recognised page may have been misread, crossed out or written in by hand?"""
