"""Made-up dossiers of the demo with one thing changed, screened: for tests of what a regulation asks."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.demo.facts import facts
from pipeline.demo.packing import pack
from pipeline.demo.paper import Block, DemoLine, DemoPaper, DemoTable, Title
from pipeline.demo.papers import papers
from pipeline.demo.texts import Texts, load
from pipeline.intake import entries
from pipeline.screen import Settings, screen
from schemas.dossier import Screening

AS_OF = date(2026, 3, 15)
_OF = {"harbin": "01", "national-2017": "03", "liaocheng-2021": "04", "qinhuangdao-2020": "06", "zhengzhou": "07"}
_SOUND: Mapping[str, Mapping[str, Any]] = {
    "qinhuangdao-2020": {
        "years": [
            [2023, "286.40", "190.30", "24.20", "8.10", 60, 48],
            [2024, "318.90", "214.70", "26.50", "9.20", 66, 53],
            [2025, "341.20", "233.60", "28.10", "10.30", 72, 50],
        ]
    },
    "zhengzhou": {
        "years": [
            [2023, "150.20", "110.60", "262.30", "8.20", "3.10", 50],
            [2024, "171.40", "128.90", "280.10", "9.30", "3.50", 58],
            [2025, "193.60", "146.40", "298.70", "10.10", "3.90", 65],
        ]
    },
}
"""What the demo's own dossiers of these regulations lack is made good."""
Change = Callable[[Block], Block | None]


@dataclass(frozen=True, slots=True)
class Changed:
    """One dossier: of which regulation, and what of it is otherwise.

    ``dossier``, ``fields``: of data/demo/dossiers.yaml. ``blanks``: as the form has them, and nothing else.
    ``words``: (paper, pattern, words in its place). ``without``: papers.
    ``blocks``: paper → what becomes of each block.
    """

    rulebook: str
    dossier: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    blanks: Mapping[str, str] = field(default_factory=dict)
    words: Sequence[tuple[str, str, str]] = ()
    without: Sequence[str] = ()
    blocks: Mapping[str, Change] = field(default_factory=dict)
    more: Sequence[DemoPaper] = ()


@cache
def _texts() -> Texts:
    return load()


def screened(folder: Path, changed: Changed) -> Screening:
    """The dossier, written into the folder and screened on ``AS_OF``."""
    plan = copy.deepcopy(next(dict(one) for one in _texts().dossiers if one["id"][:2] == _OF[changed.rulebook]))
    for fault in ("without", "instead", "audit", "words"):
        plan.pop(fault, None)
    plan |= {"id": "D", "lists": "xlsx", "enterprises": {"dissatisfied": [5]}, **_SOUND.get(changed.rulebook, {})}
    plan |= changed.dossier
    plan["fields"] = {**plan["fields"], **changed.fields}
    made = facts(plan, 3, _texts())
    made = replace(made, fields={**made.fields, **changed.blanks})
    pack(folder, made, [*_papers(papers(made, _texts()), changed), *changed.more])
    (dossier,) = list(entries(folder))
    return screen(dossier, Settings(as_of=AS_OF))


def _papers(handed_in: Sequence[DemoPaper], changed: Changed) -> list[DemoPaper]:
    kept = [one for one in handed_in if not any(word in one.name for word in changed.without)]
    return [replace(one, blocks=tuple(_blocks(one, changed))) for one in kept]


def _blocks(paper: DemoPaper, changed: Changed) -> list[Block]:
    blocks: list[Block] = list(paper.blocks)
    for word, pattern, instead in changed.words:
        if word in paper.name:
            before, blocks = blocks, [_reworded(block, pattern, instead) for block in blocks]
            assert blocks != before, (paper.name, pattern)
    for word, change in changed.blocks.items():
        if word in paper.name:
            blocks = [block for one in blocks if (block := change(one)) is not None]
    return blocks


def _reworded(block: Block, pattern: str, instead: str) -> Block:
    if isinstance(block, (Title, DemoLine)):
        return replace(block, text=re.sub(pattern, instead, block.text))
    if isinstance(block, DemoTable):
        rows = tuple(
            tuple(re.sub(pattern, instead, cell) if isinstance(cell, str) else cell for cell in row)
            for row in block.rows
        )
        return replace(block, rows=rows)
    return block


def first_rows(count: int) -> Change:
    """Of each table only so many rows below its head."""

    def change(block: Block) -> Block:
        return replace(block, rows=block.rows[: block.heads + count]) if isinstance(block, DemoTable) else block

    return change
