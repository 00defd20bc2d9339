"""What do blanks of a rulebook's own state that are no number: a word chosen, 是 or 否, a day?

In:     the entries of the form.
Out:    figures of the source form; numbers are read as those of every form are (``figures``).
Raises: nothing. A blank left blank states nothing; a word that is neither 是 nor 否 states no truth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors import values
from extractors.stated import figure
from schemas.application import Entry
from schemas.figures import Figure, Value
from schemas.measures import Kind
from schemas.regulation.own_words import spoken_words


def own_measures(entries: Mapping[str, Entry]) -> Iterator[Figure]:
    """The figures of the measures that the rulebook in hand brings along."""
    for measure in spoken_words().measures:
        entry = entries.get(measure.id)
        if entry is None or measure.kind == "number" or "form" not in measure.stated_in:
            continue
        value = _value(measure.kind, entry)
        if value is not None:
            yield figure(measure.id, "form", value, entry.text, [entry.evidence])


def _value(kind: Kind, entry: Entry) -> Value | None:
    if not isinstance(entry.value, str) or not entry.value:
        return None
    if kind == "truth":
        return values.truth(entry.value)
    return values.iso_date(entry.value) if kind == "date" else entry.value
