"""Which comments does a DOCX hold, by the number that its text refers to them by?

In:     the part of comments.
Out:    the words of each, without the sign that Word sets before them.
Raises: nothing.
Source: ECMA-376 part 1, 17.13.4 (comments).
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from extractors.read.word.controls import W
from extractors.values.text import cleaned

REFERENCES = (W + "commentRangeStart", W + "commentReference")
"""What in the text says that a comment hangs there."""


def comment_texts(root: Element) -> dict[str, str]:
    """The comments by their number; those without words are left out."""
    found: dict[str, str] = {}
    for comment in root.iter(W + "comment"):
        lines = ("".join(node.text or "" for node in line.iter(W + "t")) for line in comment.iter(W + "p"))
        text = cleaned(" ".join(line for line in lines if line.strip())).strip()
        if text:
            found[comment.get(W + "id") or ""] = text
    return found
