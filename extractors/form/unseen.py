"""What of a form is not on the screen, and which blank only seems to be blank?

In:     a document; the entry of a blank with the piece that it was read from.
Out:    the numbers of hidden pages; the entry, at the place of what stands beside its label and could not be read.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.form.answers import FormPiece
from schemas.application import Entry
from schemas.document import Document
from schemas.trust import Doubt

_TOLD_BESIDE = frozenset({Doubt.NOT_READ, Doubt.COMMENTED})


def unseen_pages(document: Document) -> frozenset[int]:
    """The hidden sheets, where others are shown: a form on one of them is not the one handed in."""
    hidden = frozenset(page.number for page in document.pages if page.hidden)
    return hidden if len(hidden) < len(document.pages) else frozenset()


def with_unread(entry: Entry, piece: FormPiece) -> Entry:
    """The entry; a blank beside whose label a picture stands, or a comment hangs, is not plainly left blank."""
    spot = piece.right
    if entry.value is not None or entry.text or spot is None or not spot.place.doubts & _TOLD_BESIDE:
        return entry
    return replace(entry, evidence=spot.place)
