"""Do columns and lines of text make a table?

In:     the pieces of the lines in their columns, and how many rules reach across them.
Out:    yes or no.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.borderless.numbers import is_number
from extractors.layout.lines import starts_item


def is_table(laid: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn], ruled: int) -> bool:
    """Whether columns and lines make a table: enough of both, aligned, and neither prose nor labels nor contents."""
    multi = [row for row in laid if len(row) > 1]
    texts = [item.piece.text for row in laid for item in row]
    if len(multi) < 2 or (len(multi) * 4 < len(laid) and not ruled):
        return False
    if sum("：" in text or text.endswith(":") for text in texts) * 10 >= len(texts) * 3:
        return False
    figures = sum(is_number(item.piece.text) for row in multi for item in row if item.first)
    many = sum(len(row) - 1 for row in multi)
    if len(found) == 2 and not _two_will_do(multi, figures, ruled):
        return False
    if ruled < 2 and figures * 4 < many and _is_prose_columns(laid, found):
        return False
    if len(multi) < 3 and not (
        ruled >= 2 or (len(found) >= 3 and (figures * 2 >= many / 2 or _is_filled(laid, found)))
    ):
        return False
    return ruled >= 3 or _aligned(multi, found) >= 0.6


def _is_filled(laid: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn]) -> bool:
    """Whether lines of one cell go on a table of few full lines: each begins exactly where its column does."""
    alone = [row[0] for row in laid if len(row) == 1]
    return len(alone) >= 2 and all(
        item.first and item.first == item.last and abs(item.piece.x0 - found[item.first].x0) <= 1.0 for item in alone
    )


def _two_will_do(multi: Sequence[Sequence[Placed]], figures: int, ruled: int) -> bool:
    """Whether two columns are a table: labels and figures, or rules; not numbered clauses, nor a table of contents."""
    firsts = [row[0].piece.text for row in multi]
    if sum(starts_item(text + " ") or len(text) <= 2 for text in firsts) * 2 > len(firsts):
        return False
    return len(multi) >= 3 and (ruled >= 3 or figures * 10 >= len(multi) * 6)


def _is_prose_columns(laid: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn]) -> bool:
    """Whether wide columns are filled to their edge line after line, as in an article."""
    full = 0
    for index, column in enumerate(found):
        own = [item.piece for row in laid for item in row if item.first == item.last == index]
        size = own[0].size if own else 10.0
        if len(own) >= 4 and column.x1 - column.x0 >= 12 * size:
            reaching = sum(piece.x1 >= column.x1 - 3 * size for piece in own)
            full += reaching * 10 >= len(own) * 6
    return full >= 2 or (full == 1 and len(found) == 2)


def _aligned(multi: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn]) -> float:
    """The share of pieces that stand at the left, at the right or in the middle of their column as most others do."""
    right = total = 0
    for index in range(len(found)):
        own = [item.piece for row in multi for item in row if item.first == item.last == index]
        if not own:
            continue
        near = 0.5 * own[0].size
        best = 0
        for place in (
            [piece.x0 for piece in own],
            [piece.x1 for piece in own],
            [(piece.x0 + piece.x1) / 2 for piece in own],
        ):
            best = max(best, *(sum(abs(a - b) <= near for b in place) for a in place))
        right += best
        total += len(own)
    return right / total if total else 0.0
