"""What did somebody note on the cells of a sheet: notes of old, and comments that can be answered?

In:     the package, the relationships of a sheet, the sheet as it is read.
Out:    its comments by cell; an answer stands behind what it answers.
Raises: nothing; a part that does not open is left out.
Source: ECMA-376 part 1, 18.7 (comments); [MS-XLSX] 2.6.205 (threaded comments).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from extractors.read.office_package import Package, Relation
from extractors.read.sheets.sheet import S, SheetCells, area
from schemas.errors import UnreadableDocument

_THREADS = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"


def note_comments(package: Package, related: Mapping[str, Relation], sheet: SheetCells) -> None:
    """Note the comments of the sheet. What Excel leaves for old programs in place of a thread is no comment."""
    for root in _trees(package, related, "comments"):
        for each in root.iter(S + "comment"):
            _take(sheet, each.get("ref") or "", "".join(node.text or "" for node in each.iter(S + "t")))
    threads: dict[str, list[str]] = {}
    for root in _trees(package, related, "threadedComment"):
        for each in root.iter(_THREADS + "threadedComment"):
            threads.setdefault(each.get("ref") or "", []).append(each.findtext(_THREADS + "text") or "")
    for reference, texts in threads.items():
        _take(sheet, reference, " ".join(texts))


def _trees(package: Package, related: Mapping[str, Relation], kind: str) -> Iterator[Element]:
    for relation in related.values():
        try:
            if relation.kind == kind:
                yield package.tree(relation.target)
        except UnreadableDocument:
            continue


def _take(sheet: SheetCells, reference: str, text: str) -> None:
    place = area(reference)
    if place is not None:
        sheet.comment(place[0], place[1], text)
