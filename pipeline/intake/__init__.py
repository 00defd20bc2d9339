"""Which dossiers lie in an inbox, and which files in each?"""

from pipeline.intake.inbox import entries

__all__ = ["entries"]
