"""The three kinds of error, never mixed: a file that cannot be read, a faulty rulebook, wrong usage."""

from __future__ import annotations


class UnreadableDocument(Exception):
    """A file cannot be read. Recorded with the file; the dossier goes on.

    ``reason`` and ``ask`` are Chinese: what is wrong, and what to ask the applicant for.
    """

    def __init__(self, path: str, reason: str, ask: str) -> None:
        super().__init__(f"{path}：{reason}。{ask}。")
        self.path = path
        self.reason = reason
        self.ask = ask


class RulebookError(Exception):
    """A rulebook or form file is wrong. Names the file, the line or key, and the remedy, in Chinese."""


class UsageError(Exception):
    """The command was called wrongly (no such inbox, unknown rulebook …). Nothing was written."""


class NotWritten(UsageError):
    """A result cannot be written, and what to do about it; ``lasting`` where no other could be either."""

    def __init__(self, message: str, *, lasting: bool) -> None:
        super().__init__(message)
        self.lasting = lasting
