"""What do two or more dossiers of a batch have in common that a person should know? (contract §8, batch.*)

Everything here is a review: clients of two platforms may honestly overlap, people may change jobs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from schemas.dossier import Contents
from schemas.findings import BatchFinding
from schemas.locator import Locator
from schemas.names import enterprise_key, person_key
from schemas.status import FileStatus, Status
from schemas.tables import Row, rows_of
from validators import wording

# So many enterprises in common, or two and one in twenty of the shorter list, is more than platforms of one
# city meet by chance; fewer are everyday (clerks' practice, no article).
SHARED_ENTERPRISES = 3
SHARED_PART = 20
# Reports on the same form share stock phrases; more than half of all shingles means one text.
SHINGLE = 8
SIMILAR = 0.5
# Below this many hanzi a text says too little to be compared.
SHORTEST = 200

Shared = Mapping[Hashable, tuple[str, Locator]]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two dossiers and what they share, in words, with the places."""

    one: str
    other: str
    words: tuple[str, ...]
    evidence: tuple[Locator, ...]


def across(dossiers: Sequence[Contents]) -> list[BatchFinding]:
    """Every finding about two or more dossiers, one per group that hangs together."""
    ordered = sorted(dossiers, key=lambda contents: contents.id)
    return [
        *_found("batch.shared_enterprises", _shared(ordered, _enterprises, _too_many), "服务企业名单有相同企业"),
        *_found("batch.shared_staff", _same_people(ordered), "人员名单有相同人员"),
        *_found("batch.duplicate_files", _shared(ordered, _files, lambda *_: True), "有内容完全相同的文件"),
        *_found("batch.similar_narratives", _similar(ordered), "申请报告文字高度相似"),
        *_found("batch.same_applicant", _shared(ordered, _applicant, lambda *_: True), "申请单位相同"),
    ]


def _found(rule: str, links: Iterable[Overlap], what: str) -> list[BatchFinding]:
    """One finding per group of dossiers that the links hold together."""
    groups: list[tuple[set[str], list[Overlap]]] = []
    for link in links:
        touched = [group for group in groups if {link.one, link.other} & group[0]]
        groups = [group for group in groups if group not in touched]
        ids = {link.one, link.other}.union(*(group[0] for group in touched))
        groups.append((ids, [*(old for group in touched for old in group[1]), link]))
    return [_finding(rule, ids, held, what) for ids, held in sorted(groups, key=lambda group: sorted(group[0]))]


def _finding(rule: str, ids: set[str], links: Sequence[Overlap], what: str) -> BatchFinding:
    names = tuple(sorted(ids))
    words = dict.fromkeys(word for link in links for word in link.words)
    message = f"{'、'.join(names)} {what}：{wording.named(words)}，{wording.CHECK}。"
    evidence = tuple(dict.fromkeys(place for link in links for place in link.evidence))
    return BatchFinding(rule, Status.REVIEW, names, message, evidence)


def _shared(
    dossiers: Sequence[Contents],
    things: Callable[[Contents], Shared],
    enough: Callable[[int, Shared, Shared], bool],
) -> Iterator[Overlap]:
    """The pairs of dossiers that have enough of something in common."""
    held = [(contents.id, things(contents)) for contents in dossiers]
    for (one, mine), (other, theirs) in combinations(held, 2):
        common = [key for key in mine if key in theirs]
        if common and enough(len(common), mine, theirs):
            words = tuple(mine[key][0] for key in common)
            places = tuple(
                _in_dossier(dossier, holds[key][1])
                for key in common
                for dossier, holds in ((one, mine), (other, theirs))
            )
            yield Overlap(one, other, words, places)


def _in_dossier(dossier: str, place: Locator) -> Locator:
    """The place with its dossier in front, as paths inside a dossier do not say which one."""
    return Locator(f"{dossier}/{place.file}", place.page, place.sheet, place.cell, place.bbox, place.text)


def _too_many(common: int, mine: Shared, theirs: Shared) -> bool:
    large_part = common > 1 and common * SHARED_PART >= min(len(mine), len(theirs))
    return common >= SHARED_ENTERPRISES or large_part


def _rows(contents: Contents, table: str) -> list[Row]:
    frame = contents.tables.get(table)
    return [] if frame is None else rows_of(frame)


def _enterprises(contents: Contents) -> Shared:
    rows = [(str(row.values.get("name") or ""), row) for row in _rows(contents, "enterprises")]
    return {enterprise_key(name): (name, row.places.get("name", row.evidence)) for name, row in rows if name}


def _same_people(dossiers: Sequence[Contents]) -> Iterator[Overlap]:
    """People who stand in two lists; a name alone is nobody, as namesakes are everywhere."""
    staff = [(contents.id, _named(_rows(contents, "staff"))) for contents in dossiers]
    for (one, mine), (other, theirs) in combinations(staff, 2):
        namesakes: defaultdict[str, list[Row]] = defaultdict(list)
        for name, row in theirs:
            namesakes[name].append(row)
        pairs = [(a, b) for name, a in mine for b in namesakes.get(name, ()) if _same_person(a, b)]
        if pairs:
            words = tuple(str(a.values["name"]) for a, _ in pairs)
            places = tuple(
                _in_dossier(dossier, row.evidence)
                for pair in pairs
                for dossier, row in zip((one, other), pair, strict=True)
            )
            yield Overlap(one, other, words, places)


def _named(rows: Sequence[Row]) -> list[tuple[str, Row]]:
    """The people of a list, each under the name as it is compared."""
    named = [(person_key(str(row.values.get("name") or "")), row) for row in rows]
    return [(name, row) for name, row in named if name]


def _same_person(one: Row, other: Row) -> bool:
    """Of two namesakes: the age or the school bears it out, and neither of the two is against it."""
    ages = [row.values.get("age") for row in (one, other)]
    schools = [enterprise_key(str(row.values.get("school") or "")) for row in (one, other)]
    told = [pair[0] == pair[1] for pair in (ages, schools) if pair[0] and pair[1]]
    return bool(told) and all(told)


def _files(contents: Contents) -> Shared:
    """Files by content; what was passed over, and what is empty, is no document."""
    return {
        record.sha256: (record.path, Locator(record.path))
        for record in contents.files
        if record.status is not FileStatus.SKIPPED and record.sha256
    }


def _applicant(contents: Contents) -> Shared:
    key = enterprise_key(contents.applicant)
    place = contents.form.evidence or Locator(contents.files[0].path if contents.files else "")
    return {key: (contents.applicant, place)} if key else {}


def _similar(dossiers: Sequence[Contents]) -> Iterator[Overlap]:
    """Reports that share most of their wording, names and numbers aside."""
    texts = {contents.id: _shingles(contents) for contents in dossiers}
    places = {contents.id: _report(contents) for contents in dossiers}
    told = [(name, text) for name, text in texts.items() if len(text) >= SHORTEST]
    for (one, mine), (other, theirs) in combinations(told, 2):
        share = len(mine & theirs) / len(mine | theirs)
        if share >= SIMILAR:
            yield Overlap(one, other, (f"{one} 与 {other} 相同部分约 {share:.0%}",), places[one] + places[other])


def _shingles(contents: Contents) -> set[str]:
    """Every run of hanzi of one length, without the applicant's own name."""
    text = re.sub(r"[^\u3400-\u9fff]", "", contents.narrative.replace(contents.applicant or "\0", ""))
    return {text[start : start + SHINGLE] for start in range(len(text) - SHINGLE + 1)}


def _report(contents: Contents) -> tuple[Locator, ...]:
    """Where the application report lies."""
    places = [paper.evidence for paper in contents.papers if paper.kind == "application_report"]
    return tuple(_in_dossier(contents.id, place) for place in places[:1])
