"""Which measures of ours do the blank forms have a place for: a blank, a column of the yearly table, a list?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.drafting.blank_forms.forms import DraftedForm
from schemas.measures import MEASURES

_OPERATIONS = "operations"
# What is counted from a list inside the form, whichever of its columns there are.
_COUNTED = {"partners": "partner_institutions", "investors": "investor_share"}
_ALWAYS = frozenset({"operating_years", "registered_in", "legal_person", "size_class"})
"""They follow from dates, addresses and certificates that every dossier has."""


def stated_on(forms: Sequence[DraftedForm]) -> frozenset[str] | None:
    """The measures; None where there is no form at all."""
    if not forms:
        return None
    found = {key for form in forms for key in form.keys if key in MEASURES.ours} | _ALWAYS
    for table in (table for form in forms for table in form.tables):
        name, heads = str(table["table"]), table["columns"]
        columns = set(heads.values()) if isinstance(heads, Mapping) else set()
        found |= columns & set(MEASURES.ours) if name == _OPERATIONS else set()
        found |= {_COUNTED[name]} if name in _COUNTED else set()
        for one in MEASURES.ours.values():
            if any(source.table == name and set(source.columns) & columns for source in one.rests_on):
                found.add(one.id)
    return frozenset(found)
