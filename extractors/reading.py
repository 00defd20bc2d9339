"""What one document gives, once everything in it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.content.lines import Text
from extractors.content.tables import Grid
from extractors.form.read import FilledForm
from extractors.lists.listing import Listing
from schemas.document import Document
from schemas.locator import Locator
from schemas.papers import Paper


@dataclass(slots=True)
class DocumentReading:
    """One document with everything read from it."""

    document: Document
    lines: list[Text]
    grids: list[Grid]
    listings: list[Listing]
    form: FilledForm | None
    titles: Mapping[str, tuple[Locator, ...]]
    papers: list[tuple[Paper, list[Text]]]
