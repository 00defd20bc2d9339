"""Which figures count more than their measure does, because the regulation's own form asks so?

Source: contract §11: Qinhuangdao's 户（次）数 is an upper reading of 户; its list of 8.6, of those with an agreement,
is held against 签订服务协议户数.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from schemas.figures import Figure
from schemas.tables import rows_of
from schemas.trust import Doubt
from validators.case import Case

_TABLE, _SOURCE, _SIGNED = "operations", "form.operations", "agreements_signed"
_UPPER = frozenset({Doubt.UPPER_BOUND})


def bounded(case: Case, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, those of a column that counts more than the measure as what they are: an upper bound."""
    keys = _upper_keys(case)
    return tuple(
        replace(one, doubts=one.doubts | _UPPER) if one.source == _SOURCE and one.measure in keys else one
        for one in figures
    )


def by_agreements(case: Case, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with those that signed an agreement in place of the upper bound, where the form states them."""
    keys = _upper_keys(case)
    signed = {year: count for year, count in _signed(case).items() if count is not None}

    def stands_for(one: Figure) -> bool:
        return one.source == _SOURCE and one.measure in keys and one.year in signed

    return tuple(replace(one, value=signed[one.year]) if stands_for(one) else one for one in figures)


def _upper_keys(case: Case) -> frozenset[str]:
    spec = case.rulebook.forms.get(case.procedure.form)
    tables = spec.tables if spec else ()
    return frozenset(key for table in tables if table.table == _TABLE for key in table.upper)


def _signed(case: Case) -> dict[object, Decimal | None]:
    """Year → 签订服务协议户数."""
    frame = case.contents.tables.get(_TABLE)
    rows = [] if frame is None else rows_of(frame)
    counts = {row.values.get("year"): row.values.get(_SIGNED) for row in rows}
    return {year: count if isinstance(count, Decimal) else None for year, count in counts.items()}
