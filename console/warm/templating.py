"""A template of a letter that somebody has uploaded, tried in a process of its own: it is a stranger's file."""

from __future__ import annotations

from pipeline.letters import letter_docx, own_template
from pipeline.letters.own_template import BROKEN
from schemas.errors import UsageError


def problems(kind: str, data: bytes) -> list[str]:
    """What is wrong with it, in Chinese; empty where it is fit."""
    return own_template.problems(kind, data, letter_docx.document_in)


def trial(kind: str, data: bytes) -> bytes:
    """A specimen of the letter in it, as a DOCX. UsageError where it cannot be filled in."""
    try:
        return letter_docx.document_in(data, own_template.specimen(kind))
    except BROKEN as error:
        raise UsageError(f"模板无法填写（{type(error).__name__}）。") from error
