"""What does the form say of the nature of the applicant: its kind of organisation, and that it is no legal person?

That it is one, only a licence shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extractors.stated import figure
from extractors.vocabulary.organisations import LEGAL_PERSON, legal_form, organisation_kinds
from schemas.application import Entry
from schemas.figures import Figure
from schemas.tables import Row
from schemas.trust import Doubt

HALF = Decimal(50)
_HINTED = frozenset({Doubt.HINTED})


def nature_on_form(entries: Mapping[str, Entry]) -> Iterator[Figure]:
    """The kinds that 单位性质 shows; a form that is no legal person, by 单位性质 or by the name."""
    nature, name = entries.get("organisation_type"), entries.get("applicant_name")
    for entry, stated, named in ((nature, _text(nature), ""), (name, "", _text(name))):
        form = legal_form(stated=stated, name=named)
        if entry is not None and form not in ("", LEGAL_PERSON):
            yield figure("legal_person", "form", form, entry.text, [entry.evidence])
    for kind in organisation_kinds(stated=_text(nature)):
        if nature is not None:
            yield figure("organisation_kind", "form", kind, nature.text, [nature.evidence])


def host_on_form(investors: Sequence[Row]) -> Iterator[Figure]:
    """The kinds of an investor that holds more than half: it may be who runs the platform (由事业单位主办的平台).

    Whether it is, the form does not say: the figure is no more than a hint.
    """
    for row in investors:
        share, nature = row.values.get("share"), row.values.get("nature")
        if isinstance(share, Decimal) and share > HALF and isinstance(nature, str):
            for kind in organisation_kinds(stated=nature):
                place = row.places.get("nature", row.evidence).doubted(_HINTED)
                yield figure("organisation_kind", "form", kind, nature, [place])


def _text(entry: Entry | None) -> str:
    return "" if entry is None or not isinstance(entry.value, str) else entry.value
