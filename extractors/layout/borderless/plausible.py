"""Do columns and lines of text make a table?

In:     the pieces of the lines in their columns, and how many rules reach across them.
Out:    yes or no.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.borderless.numbers import is_number
from extractors.layout.borderless.settings import TABLE
from extractors.layout.lines import TextLine, starts_item


def is_table(laid: Sequence[Sequence[Placed]], columns: Sequence[LayoutColumn], ruled: int) -> bool:
    """Whether columns and lines make a table: enough of both, aligned, and neither prose nor labels nor contents."""
    multi = [row for row in laid if len(row) > 1]
    if not _are_rows(multi, laid, ruled) or _is_form(laid):
        return False
    figures = _figures(multi)
    if len(columns) == 2 and not _two_will_do(multi, figures, ruled):
        return False
    if ruled < 2 and not _unruled_will_do(laid, columns, figures / sum(len(row) - 1 for row in multi)):
        return False
    return ruled >= TABLE.rules or _aligned(multi, columns) >= TABLE.aligned


def _figures(rows: Sequence[Sequence[Placed]]) -> int:
    """How many cells are figures, those of the first column aside."""
    return sum(is_number(item.piece.text) for row in rows for item in row if item.first)


def _unruled_will_do(laid: Sequence[Sequence[Placed]], columns: Sequence[LayoutColumn], figures: float) -> bool:
    """Whether lines without rules are a table: no prose, and where they are two, sure ones; ``figures`` is a share."""
    if figures < TABLE.figures and _is_prose_columns(laid, columns):
        return False
    return sum(len(row) > 1 for row in laid) > 2 or _few_will_do(laid, columns, figures)


def _are_rows(multi: Sequence[Sequence[Placed]], laid: Sequence[Sequence[Placed]], ruled: int) -> bool:
    """Whether enough lines have several pieces."""
    return len(multi) >= 2 and (ruled > 0 or len(multi) / len(laid) >= TABLE.few)


def _is_form(laid: Sequence[Sequence[Placed]]) -> bool:
    """Whether pieces are labels with what was filled in beside them."""
    texts = [item.piece.text for row in laid for item in row]
    return sum("：" in text or text.endswith(":") for text in texts) / len(texts) >= TABLE.labels


def _few_will_do(laid: Sequence[Sequence[Placed]], columns: Sequence[LayoutColumn], figures: float) -> bool:
    """Whether two lines are a table: three columns with figures in them, or cells that go on below."""
    return len(columns) > 2 and (figures >= TABLE.short_figures or _is_filled(laid, columns))


def _is_filled(laid: Sequence[Sequence[Placed]], columns: Sequence[LayoutColumn]) -> bool:
    """Whether lines of one cell go on a table of few full lines: each begins exactly where its column does."""
    alone = [row[0] for row in laid if len(row) == 1]
    return len(alone) >= 2 and all(
        item.first and item.first == item.last and abs(item.piece.x0 - columns[item.first].x0) <= TABLE.begins
        for item in alone
    )


def _two_will_do(multi: Sequence[Sequence[Placed]], figures: int, ruled: int) -> bool:
    """Whether two columns are a table: labels and figures, or rules; not numbered clauses, nor a table of contents."""
    firsts = [row[0].piece.text for row in multi]
    if sum(starts_item(text + " ") or len(text) <= 2 for text in firsts) * 2 > len(firsts):
        return False
    return len(multi) >= TABLE.two_lines and (ruled >= TABLE.rules or figures / len(multi) >= TABLE.two_figures)


def _is_prose_columns(laid: Sequence[Sequence[Placed]], columns: Sequence[LayoutColumn]) -> bool:
    """Whether wide columns are filled to their edge line after line, as in an article."""
    full = sum(_is_prose(pieces, column) for pieces, column in zip(_by_column(laid, columns), columns, strict=True))
    return full >= 2 or (full == 1 and len(columns) == 2)


def _is_prose(pieces: Sequence[TextLine], column: LayoutColumn) -> bool:
    """Whether most lines of a wide column fill it."""
    if len(pieces) < TABLE.prose_lines or column.x1 - column.x0 < TABLE.prose_wide * pieces[0].size:
        return False
    reaching = sum(piece.x1 >= column.x1 - TABLE.prose_end * pieces[0].size for piece in pieces)
    return reaching / len(pieces) >= TABLE.prose_full


def _by_column(laid: Sequence[Sequence[Placed]], columns: Sequence[LayoutColumn]) -> list[list[TextLine]]:
    """The pieces that stand in one column each, by column."""
    held: list[list[TextLine]] = [[] for _ in columns]
    for row in laid:
        for item in row:
            if item.first == item.last:
                held[item.first].append(item.piece)
    return held


def _aligned(multi: Sequence[Sequence[Placed]], columns: Sequence[LayoutColumn]) -> float:
    """The share of pieces that stand at the left, at the right or in the middle of their column as most others do."""
    held = [pieces for pieces in _by_column(multi, columns) if pieces]
    total = sum(map(len, held))
    return sum(map(_most_alike, held)) / total if total else 0.0


def _most_alike(pieces: Sequence[TextLine]) -> int:
    """How many pieces of a column stand at one place."""
    near = 0.5 * pieces[0].size
    lefts, rights = [piece.x0 for piece in pieces], [piece.x1 for piece in pieces]
    middles = [(piece.x0 + piece.x1) / 2 for piece in pieces]
    return max(sum(abs(a - b) <= near for b in places) for places in (lefts, rights, middles) for a in places)
