"""Which pieces of a line are one word, its signs set apart (名　　称)?

In:     lines cut into pieces at their wide gaps.
Out:    the lines, such pieces made one again.
Raises: nothing.

Labels of forms and licences are made as wide as the others: single hanzi that together reach from where to where whole
words of other lines do are one word. Cells of columns of their own, that do the same, are none: then no line has a
word there.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.borderless.settings import SET_APART
from extractors.layout.lines import TextLine, is_hanzi, line_of


def with_words_whole(rows: Sequence[Sequence[TextLine]]) -> list[list[TextLine]]:
    """The lines with words of single hanzi set apart as one piece."""
    if not any(_is_sign(first) for row in rows for first in row[:-1]):
        return [list(row) for row in rows]
    words = [piece for row in rows for piece in row if _is_word(piece)]
    return [_whole(row, words) for row in rows]


def _is_sign(piece: TextLine) -> bool:
    text = piece.text.strip()
    return len(text) == 1 and is_hanzi(text)


def _is_word(piece: TextLine) -> bool:
    text = piece.text.strip().rstrip("：:")
    return SET_APART.shortest <= len(text) <= SET_APART.longest and all(map(is_hanzi, text))


def _whole(row: Sequence[TextLine], words: Sequence[TextLine]) -> list[TextLine]:
    joined: list[TextLine] = []
    at = 0
    while at < len(row):
        stop = at + 1
        while stop < len(row) and _is_sign(row[at]) and _is_sign(row[stop]):
            stop += 1
        # The longest run of signs that has the width of a word.
        last = next((end for end in range(stop, at + 1, -1) if _is_as_wide(row[at:end], words)), at + 1)
        run = row[at:last]
        joined.append(run[0] if len(run) == 1 else line_of([glyph for piece in run for glyph in piece.glyphs]))
        at = last
    return joined


def _is_as_wide(run: Sequence[TextLine], words: Sequence[TextLine]) -> bool:
    """Whether whole words of other lines begin and end where these pieces do."""
    near = SET_APART.near * run[0].size
    return any(
        abs(word.x0 - run[0].x0) <= near and abs(word.x1 - run[-1].x1) <= near and word.size <= run[0].size + near
        for word in words
    )
