"""What has an answer for each year on a blank form, under a head of years (研发费用 | 2024年 | 2025年)?"""

from __future__ import annotations

from pipeline.drafting.blank_forms.forms import DraftedForm
from pipeline.drafting.blank_forms.loose_blanks import LooseBlank
from pipeline.drafting.clauses.explained import named_whole
from pipeline.rulebook.quantities import unit_of_word
from schemas.measures import MEASURES
from schemas.tables import LISTS

LIST = "operations"
_TITLE = "近年主要指标"


def yearly_blanks(form: DraftedForm) -> tuple[LooseBlank, ...]:
    """A blank for each row: of a measure of ours under its own key, else under one of its own."""
    rows = [(row.bare, row.unit, _ours(row.bare, row.unit) or f"yearly_{at}") for at, row in enumerate(form.yearly, 1)]
    own = tuple((label, f"{key} {unit}".strip()) for label, unit, key in rows if key not in MEASURES.ours)
    return tuple(LooseBlank(label, unit, key, table=own) for label, unit, key in rows)


def _ours(label: str, unit: str) -> str:
    """The column of the yearly table that is ours and that the label names whole."""
    named = named_whole(label, unit_of_word(unit))
    return named if named in {column.key for column in LISTS.ours[LIST].columns} else ""


def yearly_tables(form: DraftedForm) -> list[dict[str, object]]:
    """The table as the form's file says it; none where no row has an answer for each year, or it has one already."""
    columns = {one.label: one.key for one in yearly_blanks(form)}
    if not columns or any(table["table"] == LIST for table in form.tables):
        return []
    return [{"table": LIST, "titles": [_TITLE], "columns": {"年度": "year", **columns}, "source": form.source}]
