"""Under which heads do people keep lists of experts, and how is the panel printed (data/experts/papers.yaml)?"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from schemas.data_files import data_folder
from schemas.strict_yaml import read_marked

KEYS = ("name", "post", "employer", "recused")


@dataclass(frozen=True, slots=True)
class ExpertHeads:
    """``roster``: key of a column → its heads, the one to ask for first; ``panel``: the heads of the panel's table."""

    roster: Mapping[str, tuple[str, ...]]
    panel: tuple[str, ...]


@functools.cache
def heads() -> ExpertHeads:
    """The heads. RulebookError where the file is not whole."""
    fields = read_marked(data_folder() / "experts" / "papers.yaml").fields("panel roster")
    roster = fields["roster"].fields(" ".join(KEYS))
    return ExpertHeads(
        {key: roster[key].texts() for key in KEYS},
        fields["panel"].texts(),
    )
