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

_CROSSED_OUT = frozenset({Doubt.CROSSED_OUT})
_TOLD_BESIDE = frozenset({Doubt.NOT_READ, Doubt.COMMENTED, Doubt.CROSSED_OUT})


def unseen_pages(document: Document) -> frozenset[int]:
    """The hidden sheets, where others are shown: a form on one of them is not the one handed in."""
    hidden = frozenset(page.number for page in document.pages if page.hidden)
    return hidden if len(hidden) < len(document.pages) else frozenset()


def with_unread(entry: Entry, piece: FormPiece) -> Entry:
    """The entry; a blank beside whose label a picture stands, a comment hangs, or words were struck, is not plain."""
    if entry.value is not None or entry.text:
        return entry
    if piece.place.doubts & _CROSSED_OUT:
        return replace(entry, evidence=entry.evidence.doubted(_CROSSED_OUT))
    spot = piece.right
    return replace(entry, evidence=spot.place) if spot is not None and spot.place.doubts & _TOLD_BESIDE else entry
