"""Which dossiers of an inbox have come in whole, and when are they screened?"""
