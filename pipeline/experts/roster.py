"""Which experts may be asked, and whose papers must they not see?

In:     the bureau's own list, CSV or XLSX, with heads as in data/experts/papers.yaml.
Out:    the experts in the order of their names.
Raises: UsageError where the list cannot be opened or has no column of names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.values.text import comparable
from pipeline.experts.heads import KEYS, heads
from pipeline.sampling.draw.frame import table
from pipeline.sampling.record import roster_file
from pipeline.sampling.record.inspectors import Inspector
from schemas.errors import UsageError
from schemas.names import person_key

_WHOSE = "专家名单"


@dataclass(frozen=True, slots=True)
class Expert:
    """One expert. ``recused``: dossiers and units, by their keys, whose papers they must not judge."""

    name: str
    post: str = ""
    employer: str = ""
    recused: frozenset[str] = frozenset()

    def as_inspector(self) -> Inspector:
        """The same to the draw, which knows a name and recusals."""
        return Inspector(self.name, self.recused)


def read_experts(path: Path) -> list[Expert]:
    """The experts of a list; who stands there twice is one expert with the recusals of both rows."""
    rows = roster_file.rows(path, _WHOSE)
    at, columns = _columns(rows, path)
    found: dict[str, Expert] = {}
    for row in rows[at + 1 :]:
        said = {key: row[column] for key, column in columns.items() if column < len(row)}
        name = person_key(said.get("name", ""))
        if not name:
            continue
        before = found.get(name, Expert(name))
        found[name] = Expert(
            name,
            before.post or said.get("post", ""),
            before.employer or said.get("employer", ""),
            before.recused | roster_file.enterprises(said.get("recused", "")),
        )
    if not found:
        raise UsageError(f"{path.name} 的“{heads().roster['name'][0]}”一栏是空的。请在{_WHOSE}中填写专家。")
    return [found[name] for name in sorted(found)]


def _columns(rows: Sequence[Sequence[str]], path: Path) -> tuple[int, Mapping[str, int]]:
    """The row of the heads, and which column is which."""
    words = {key: [comparable(one) for one in heads().roster[key]] for key in KEYS}
    for at, row in enumerate(rows):
        shown = [comparable(cell) for cell in row]
        columns = {key: next((n for n, head in enumerate(shown) if head in words[key]), -1) for key in KEYS}
        if columns["name"] >= 0:
            return at, {key: column for key, column in columns.items() if column >= 0}
    asked = "、".join(f"“{heads().roster[key][0]}”" for key in KEYS)
    raise UsageError(
        f"{path.name} 中没有“{heads().roster['name'][0]}”一栏。{_WHOSE}应有{asked}各栏（回避的单位用、隔开）。"
    )


def experts_csv(experts: Sequence[Expert]) -> bytes:
    """The list as it was used."""
    first = [heads().roster[key][0] for key in KEYS]
    return table(first, ([one.name, one.post, one.employer, "、".join(sorted(one.recused))] for one in experts))
