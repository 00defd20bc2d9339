"""Was everything read, and does each item have a paper of its own? Otherwise nothing is complete.

Source: contract §11: ``complete`` is never said of a dossier with an unreadable file, or where one paper had to serve
for two items, or where a list was not read to its end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from schemas.findings import Finding, MaterialResult
from schemas.locator import Locator
from schemas.status import Disposition, MaterialStatus, Reason, Status
from schemas.tables import LISTS, rows_of
from schemas.trust import NOT_WHOLE, Doubts
from validators import wording
from validators.case import Case, is_unread


def files_read(case: Case) -> Finding:
    """Every file of the dossier was read, and every page of it: pass; else review, naming them."""
    unread = [record for record in case.contents.files if is_unread(record)]
    if not unread:
        return _passed("reading.files", "各文件均已读取。")
    names = wording.named((wording.quoted(record.path) for record in unread), 5)
    message = f"{names}未能读取或未能读全，其中可能有需要核对的内容，需人工核实。"
    return _for_a_person("reading.files", message, tuple(Locator(record.path) for record in unread))


def not_whole(case: Case) -> Mapping[str, Doubts]:
    """The lists that were not read row by row to their end, with why."""
    return {
        name: doubts & NOT_WHOLE
        for name, doubts in case.contents.list_doubts.items()
        if name in case.contents.tables and doubts & NOT_WHOLE
    }


def unread_table(case: Case, name: str) -> str:
    """服务企业名单第 3–5 页表格未能可靠读出."""
    rows = rows_of(case.contents.tables[name])
    at_head = case.contents.table_places.get(name)
    places = [*([at_head] if at_head else []), *(row.evidence for row in rows)]
    return f"{LISTS[name].title}{wording.pages(places)}表格未能可靠读出"


def lists_read(case: Case) -> Finding:
    """Every list was read to its end, row by row: pass; else review, naming those that were not."""
    unfinished = not_whole(case)
    if not unfinished:
        return _passed("reading.lists", "各名单均逐行读至末行。")
    said = (
        f"{unread_table(case, name)}（{'，'.join(wording.doubted(doubts))}）" for name, doubts in unfinished.items()
    )
    places = (case.contents.table_places.get(name) for name in unfinished)
    message = f"{wording.named(said)}，行数和合计须与原件核对，需人工核实。"
    return _for_a_person("reading.lists", message, tuple(place for place in places if place))


def papers_apart(case: Case, held: Sequence[MaterialResult]) -> Finding:
    """Each item that is present has a paper of its own: pass; two that rest on the same places alone: review."""
    optional = {item.item for item in case.procedure.materials if item.optional}
    served: dict[frozenset[tuple[object, ...]], list[MaterialResult]] = defaultdict(list)
    for material in held:
        if material.status is MaterialStatus.PRESENT and material.evidence and material.item not in optional:
            served[frozenset(place.position for place in material.evidence)].append(material)
    shared = [materials for materials in served.values() if len(materials) > 1]
    if not shared:
        return _passed("reading.papers", "各项材料各有其件。")
    said = ("与".join(wording.quoted(one.title) for one in materials) for materials in shared)
    message = f"{wording.named(said)}依据的是同一份材料，是否齐备需人工核实。"
    return _for_a_person(
        "reading.papers", message, tuple(place for one in shared for place in one[0].evidence), Reason.WEAK_MATCH
    )


def _passed(rule: str, message: str) -> Finding:
    return Finding(rule, Status.PASS, "", message, disposition=Disposition.VERIFY)


def _for_a_person(rule: str, message: str, places: tuple[Locator, ...], reason: Reason = Reason.UNREADABLE) -> Finding:
    return Finding(rule, Status.REVIEW, "", message, evidence=places, disposition=Disposition.VERIFY, reason=reason)
