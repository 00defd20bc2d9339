"""Writes the tables of docs/glossary.md that the code knows better: measures, blanks of the form, lists, papers.

``python -m scripts.glossary``: everything below the mark is made anew; what stands above it is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from extractors.vocabulary.papers import vocabulary
from schemas.application import BLANKS
from schemas.measures import MEASURES
from schemas.tables import LISTS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "glossary.md"
MARK = "<!-- below: python -m scripts.glossary -->\n"


def made() -> str:
    """The tables, in the order of the code."""
    return "\n".join(
        [
            _table("数据（measures）", "名称", ((one.title, one.unit, one.id) for one in MEASURES.values())),
            _table("申报表的栏目（application）", "栏目", ((one.title, one.unit, one.key) for one in BLANKS.values())),
            _table("名单（tables）", "名单或栏", _rows_of_lists()),
            _table("材料（papers）", "材料", ((one.title, "", key) for key, one in vocabulary().kinds.items())),
        ]
    )


def _rows_of_lists() -> Iterable[tuple[str, str, str]]:
    for spec in LISTS.values():
        yield f"**{spec.title}**", "", spec.name
        yield from ((one.title, one.unit, f"{spec.name}.{one.key}") for one in spec.columns)


def _table(title: str, head: str, rows: Iterable[tuple[str, str, str]]) -> str:
    lines = [f"| {name} | {unit} | `{key}` |" for name, unit, key in rows]
    return "\n".join([f"## {title}", "", f"| {head} | 单位 | 代码中 |", "| --- | --- | --- |", *lines, ""])


def main() -> None:
    """Write the page."""
    by_hand = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    PAGE.write_text(f"{by_hand}{MARK}\n{made()}", encoding="utf-8")


if __name__ == "__main__":
    main()
