"""Which of the documents of a dossier holds its application form, and do lines part its cells?

In:     everything that was read from each document.
Out:    the form; whether only the places of its words told which value belongs to which label.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.form.read import FilledForm
from extractors.reading import DocumentReading


def best_form(readings: Sequence[DocumentReading]) -> FilledForm | None:
    """The application form with the most blanks filled; a titled one before one that is only like a form.

    Of a form that was handed in twice, the one that is no picture says the same more surely.
    """
    found = [(reading.form, _is_pictured(reading)) for reading in readings if reading.form is not None]
    most = max((_filled(form) for form, _ in found), default=0)
    ranked = sorted(
        found,
        key=lambda one: (bool(one[0].form), not one[1] and _filled(one[0]) * 10 >= most * 9, _filled(one[0])),
    )
    return ranked[-1][0] if ranked else None


def _is_pictured(reading: DocumentReading) -> bool:
    """Whether the form's own pages were recognised from pictures."""
    first, last = (reading.form.pages if reading.form else None) or (1, len(reading.document.pages))
    return any(page.recognised != "no" for page in reading.document.pages if first <= page.number <= last)


def _filled(form: FilledForm) -> int:
    return sum(entry.value is not None for entry in form.entries)


def is_loose(
    form: FilledForm | None, readings: Sequence[DocumentReading], unruled: frozenset[tuple[object, ...]]
) -> bool:
    """Whether no lines part the cells of the form: which value belongs to which label, only their places told."""
    reading = next((reading for reading in readings if form is not None and reading.form is form), None)
    if form is None or reading is None:
        return False
    if not form.grids:
        # On a page of a PDF, lines of labels and values may be what is left of a table without lines.
        return form.place.page is not None
    return any(
        spot is not None and spot.place.position in unruled
        for index in form.grids
        for row in reading.grids[index].rows
        for spot in row
    )
