"""Which comments and notes does a DOCX hold beside its text?

In:     the part of comments, of footnotes, of endnotes.
Out:    the words of each comment by the number that the text refers to it by; what has to be said of the notes.
Raises: nothing.
Source: ECMA-376 part 1, 17.11 (notes), 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from extractors.read.comments import shortened
from extractors.read.word.controls import W
from extractors.values.text import cleaned

_QUOTED = 3
REFERENCES = (W + "commentRangeStart", W + "commentReference")
"""What in the text says that a comment hangs there."""


def comment_texts(root: Element) -> dict[str, str]:
    """The comments by their number; those without words are left out."""
    return {comment.get(W + "id") or "": text for comment in root.iter(W + "comment") if (text := _words(comment))}


def said_in_notes(root: Element, kind: str, called: str) -> Iterator[str]:
    """How many footnotes (``kind``) there are, and the first of them; nothing where none has words."""
    texts = [text for note in root.iter(W + kind) if (text := _words(note))]
    if texts:
        quoted = "、".join(f"“{shortened(text)}”" for text in texts[:_QUOTED])
        yield f"{called} {len(texts)} 处未计入正文：{quoted}" + ("等" if len(texts) > _QUOTED else "")


def _words(aside: Element) -> str:
    """The words of a comment or note in one line."""
    lines = ("".join(node.text or "" for node in line.iter(W + "t")) for line in aside.iter(W + "p"))
    return cleaned(" ".join(line for line in lines if line.strip())).strip()
