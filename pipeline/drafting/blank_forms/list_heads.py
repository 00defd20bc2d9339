"""Which list of a blank form begins here: whose heads are the next words, in a row or broken over lines?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.lists.headings import HeadedColumn, Match, best
from extractors.vocabulary.headings import known
from extractors.vocabulary.headings import plain as heading
from pipeline.drafting.source import FormRow
from schemas.tables import LISTS

LEADS = ("其中：", "其中:", "其中")
SPACES = re.compile(r"[\s\u3000]+")
_ENDS = re.compile(r"[：:]$|^[^：:\n]*+[：:].*[_＿]|^备注|^注[：:]")
_MOST_TOKENS, _LONGEST_HEAD, _WINDOW = 20, 26, 18
_FEWEST_COLUMNS, _MOST_PARTS = 2, 3


def column_of(table: str, key: str) -> str:
    """The column of the list; of partners, signed and other are both the name."""
    stem = key.split(".", maxsplit=1)[0]
    return stem if stem in {column.key for column in LISTS[table].columns} else LISTS[table].key


def head_words(rest: Sequence[FormRow]) -> tuple[list[str], list[int]]:
    """The next short words of the text as heads, and how many there are up to each line."""
    tokens: list[str] = []
    counts: list[int] = []
    for row in rest[:_WINDOW]:
        if row.of_table:
            break
        words = [word for cell in row.cells for word in SPACES.split(cell) if word.strip("_—")]
        if any(len(word) > _LONGEST_HEAD or (_ENDS.search(word) and word not in LEADS) for word in words):
            break
        tokens = _rejoined([*tokens, *words])
        counts.append(len(tokens))
        if len(tokens) > _MOST_TOKENS:
            break
    return tokens, counts


def _rejoined(tokens: Sequence[str]) -> list[str]:
    """Heads that the text breaks over lines: 其中： 服务收入, 是否 小微 企业."""
    spoken = _spoken()
    out: list[str] = []
    at = 0
    while at < len(tokens):
        lengths = [n for n in (_MOST_PARTS, 2) if heading("".join(tokens[at : at + n])) in spoken]
        length = lengths[0] if lengths and at + lengths[0] <= len(tokens) else 1
        if length > 1 and all(heading(part) in spoken for part in tokens[at : at + length]):
            length = 1
        length = 2 if length == 1 and tokens[at] in LEADS and at + 1 < len(tokens) else length
        out.append("".join(tokens[at : at + length]))
        at += length
    return out


def _spoken() -> frozenset[str]:
    return frozenset().union(*(heads.spoken for heads in known()[0].values()))


def list_headed(tokens: Sequence[str], *, at_once: bool) -> Match | None:
    """The list whose heads these are, the best of all; None where too few fit. ``at_once``: with the first of them."""
    columns = [HeadedColumn(at, at, (token,), "") for at, token in enumerate(tokens) if token.strip()]
    if len(columns) < _FEWEST_COLUMNS:
        return None
    found = [match for name in LISTS if (match := best(name, columns)) is not None]
    if at_once:
        found = [match for match in found if any(column.index == 0 for column in match.columns.values())]
    return max(found, key=lambda match: match.score, default=None)
