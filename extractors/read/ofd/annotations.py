"""What do the annotations of an OFD show over its pages: typed notes, stamps, strokes of the pen?

In:     the parts of an OFD package.
Out:    for each page, by its id, what its annotations look like.
Raises: nothing; what cannot be opened is left out and told.
Source: GB/T 33190-2016, 15 (annotations).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.read.ofd.package import resolved
from extractors.read.ofd.page import children, first, name_of, numbers
from extractors.read.office_package import Package
from schemas.errors import UnreadableDocument

_SILENT = frozenset({"Link", "Highlight", "Watermark"})
"""What says nothing of its own: a link, a marked passage, a watermark."""
_SIDES = 4


@dataclass(slots=True)
class PageAnnotations:
    """What lies over one page. ``watermark``: something was left out because it is one."""

    appearances: list[Element] = field(default_factory=list)
    watermark: bool = False
    lost: bool = False
    comments: list[tuple[str, tuple[float, ...]]] = field(default_factory=list)
    """What somebody wrote to other readers, and where it hangs: left, top, width, height in millimetres."""


def by_page(package: Package, part: str, document: Element) -> dict[str, PageAnnotations]:
    """The annotations of a document (whose root is this part), by the id of the page."""
    found: dict[str, PageAnnotations] = {}
    for listed in children(document, "Annotations"):
        overview = resolved(part, listed.text or "")
        for page, location in _pages(package, overview):
            notes = found.setdefault(page, PageAnnotations())
            try:
                _take(package.tree(resolved(overview, location)), notes)
            except UnreadableDocument:
                notes.lost = True
    return found


def _pages(package: Package, overview: str) -> Iterator[tuple[str, str]]:
    """The pages that bear annotations, and where these are kept."""
    try:
        root = package.tree(overview)
    except UnreadableDocument:
        return
    for page in children(root, "Page"):
        location = first(page, "FileLoc")
        if location is not None and location.text:
            yield page.get("PageID", ""), location.text


def _take(root: Element, notes: PageAnnotations) -> None:
    for annotation in children(root, "Annot"):
        if annotation.get("Visible") == "false":
            continue
        kind = annotation.get("Type", "")
        notes.watermark |= kind == "Watermark"
        shown = list(children(annotation, "Appearance"))
        if kind not in _SILENT:
            notes.appearances.extend(shown)
        notes.comments.extend(_comment(annotation, shown))


def _comment(annotation: Element, shown: Sequence[Element]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The remark of an annotation that shows no words itself: of a typed note it says the same once more."""
    remark = first(annotation, "Remark")
    text = " ".join("".join(map(str, remark.itertext())).split()) if remark is not None else ""
    box = next((numbers(one.get("Boundary")) for one in shown), ())
    if text and len(box) == _SIDES and not any(name_of(node) == "TextCode" for one in shown for node in one.iter()):
        yield text, box
