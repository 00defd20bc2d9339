"""Of which size is the applicant by 工信部联企业〔2011〕300号, where its form asks for its industry?

In:     the entries of the form, all figures of the dossier.
Out:    figures of size_class: 大型, 中型, 小型, 微型, one for each way in which the numbers may be read together.
Raises: nothing. Without the industry, or one of the numbers that decide it, there is none, and a person looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from extractors.stated import figure
from extractors.values.text import comparable
from extractors.vocabulary.size_classes import industry_of
from schemas.application import Entry
from schemas.figures import Figure
from schemas.trust import NONE

INDUSTRY = "industry"
"""The blank of a form that asks for it; none of ours does."""
_OF = {"staff": "staff_count", "revenue": "revenue", "assets": "total_assets"}


def size_class(entries: Mapping[str, Entry], figures: Sequence[Figure]) -> Iterator[Figure]:
    """The size under every combination of what is stated."""
    entry = entries.get(INDUSTRY)
    industry = industry_of(comparable(str(entry.value))) if entry is not None and entry.value else None
    if entry is None or industry is None:
        return
    stated = [[one for one in figures if one.measure == _OF[key]] for key in industry.asks]
    for chosen in product(*stated):
        held = {
            key: one.value for key, one in zip(industry.asks, chosen, strict=True) if isinstance(one.value, Decimal)
        }
        if len(held) < len(industry.asks):
            continue
        text = "，".join(f"{value}{one.unit}" for value, one in zip(held.values(), chosen, strict=True))
        places = (entry.evidence, *(place for one in chosen for place in one.evidence))
        doubts = NONE.union(*(one.doubts for one in chosen))
        yield figure("size_class", "arithmetic", industry.size(held), f"{industry.name}：{text}", places, doubts=doubts)
