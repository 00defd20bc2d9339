"""What do two or more dossiers of a batch have in common that a person should know? (contract §8, batch.*)

Everything here is a review: clients of two platforms may honestly overlap, people may change jobs. The dossiers are
gone through once; what they share is found by an index of keys, and only those that share something are looked at
again, so that neither time nor memory grow with the number of pairs.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schemas.findings import BatchFinding
from schemas.locator import Locator
from schemas.status import Status
from validators import wording
from validators.across import same_story
from validators.across.groups import WHOLE
from validators.across.met_again import Enough, Ints, KeyIndex, number_of
from validators.across.traces import PersonTrace, Trace, Traces

# So many enterprises in common, or two and one in twenty of the shorter list, is more than platforms of one
# city meet by chance; fewer are everyday (clerks' practice, no article).
SHARED_ENTERPRISES = 3
SHARED_PART = 20
# Reports on the same form share stock phrases; more than half of all shingles means one text.
SIMILAR = 0.5
# Places that one finding names; a person who went to so many needs no more.
MOST_PLACES = 2000
_LOOKED_AT = 64
"""Dossiers that are held while pairs are looked at."""

Read = Callable[[int], Traces]


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two dossiers share, in words, with the places."""

    words: tuple[str, ...]
    evidence: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class _SharedKind:
    """One thing that dossiers may share: its keys, how many in common are looked at, and what then is shared."""

    rule: str
    what: str
    keys: Callable[[Traces], tuple[Iterable[int], int | None]]
    """And of how many these were drawn, where they are a draw."""
    enough: Enough
    overlap: Callable[[Traces, Traces], Overlap]


def across(dossiers: Sequence[Traces]) -> list[BatchFinding]:
    """Every finding about two or more dossiers, one per group that hangs together."""
    indices = [KeyIndex() for _ in _KINDS]
    names: list[tuple[str, int]] = []
    for at, traces in enumerate(dossiers):
        names.append((traces.dossier, at))
        for kind, index in zip(_KINDS, indices, strict=True):
            index.add(*kind.keys(traces))
    # Each dossier is read once: in which order they come is known only after the last.
    order = [at for _, at in sorted(names)]
    read = functools.lru_cache(_LOOKED_AT)(lambda number: dossiers[order[number]])
    return [finding for kind in _KINDS for finding in _found(kind, indices.pop(0).in_order(order), read)]


def _found(kind: _SharedKind, index: KeyIndex, read: Read) -> list[BatchFinding]:
    groups = index.groups(kind.enough, lambda one, other: bool(kind.overlap(read(one), read(other)).words))
    return [_finding(kind, links, read) for links in groups.links()]


def _finding(kind: _SharedKind, links: Sequence[tuple[int, int]], read: Read) -> BatchFinding:
    """What this group shares; of a very large one the first places, and as many words."""
    words: dict[str, None] = {}
    evidence: dict[Locator, None] = {}
    cut = False
    for one, other in links:
        cut = len(evidence) >= MOST_PLACES
        if cut:
            break
        overlap = kind.overlap(read(one), read(other))
        words |= dict.fromkeys(overlap.words)
        evidence |= dict.fromkeys(overlap.evidence)
    names = tuple(read(number).dossier for number in sorted({number for link in links for number in link}))
    told = wording.named(words) + ("（其余从略）" if cut else "")
    message = f"{_named(names)} {kind.what}：{told}，{wording.CHECK}。"
    return BatchFinding(kind.rule, Status.REVIEW, names, message, tuple(evidence))


def _named(names: Sequence[str]) -> str:
    more = f" 等 {len(names)} 个卷宗" if len(names) > WHOLE else ""
    return "、".join(names[:WHOLE]) + more


def _any(common: Ints, _mine: int, _theirs: Ints) -> NDArray[np.bool_]:
    return common > 0


def _too_many(common: Ints, mine: int, theirs: Ints) -> NDArray[np.bool_]:
    large_part = (common > 1) & (common * SHARED_PART >= np.minimum(mine, theirs))
    return (common >= SHARED_ENTERPRISES) | large_part


def _much_of_a_draw(common: Ints, mine: int, theirs: Ints) -> NDArray[np.bool_]:
    return same_story.may_share(SIMILAR, common, mine, theirs)


def _same(things: Callable[[Traces], Sequence[Trace]]) -> Callable[[Traces, Traces], Overlap]:
    """What two dossiers have under the same key, in the order and the words of the one."""

    def overlap(one: Traces, other: Traces) -> Overlap:
        theirs = {trace.key: trace for trace in things(other)}
        pairs = [(mine, theirs[mine.key]) for mine in things(one) if mine.key in theirs]
        return _overlap(pairs)

    return overlap


def _same_people(one: Traces, other: Traces) -> Overlap:
    """People who stand in two lists; a name alone is nobody, as namesakes are everywhere."""
    namesakes: defaultdict[str, list[PersonTrace]] = defaultdict(list)
    for person in other.staff:
        namesakes[person.key].append(person)
    return _overlap(
        [(mine, theirs) for mine in one.staff for theirs in namesakes.get(mine.key, ()) if _same_person(mine, theirs)]
    )


def _overlap(pairs: Sequence[tuple[Trace | PersonTrace, Trace | PersonTrace]]) -> Overlap:
    return Overlap(tuple(mine.word for mine, _ in pairs), tuple(trace.place for pair in pairs for trace in pair))


def _same_person(one: PersonTrace, other: PersonTrace) -> bool:
    """Of two namesakes: the age or the school bears it out, and neither of the two is against it."""
    told = [mine == theirs for mine, theirs in ((one.age, other.age), (one.school, other.school)) if mine and theirs]
    return bool(told) and all(told)


def _keys(things: Sequence[Trace]) -> tuple[Iterable[int], None]:
    return [number_of(trace.key) for trace in things], None


def _draw(text: str) -> tuple[Iterable[int], int]:
    numbers, size = same_story.sketch(text)
    return numbers.tolist(), size


def _people_keys(traces: Traces) -> tuple[Iterable[int], None]:
    """A name with the age, a name with the school: whoever may be the same person shares one of them."""
    told = ((person.key, mark, said) for person in traces.staff for mark, said in _told_of(person) if said)
    return {number_of("\0".join(one)) for one in told}, None


def _told_of(person: PersonTrace) -> tuple[tuple[str, str], ...]:
    return (("age", person.age), ("school", person.school))


def _same_story(one: Traces, other: Traces) -> Overlap:
    """Reports that share most of their wording, names and numbers aside."""
    share = same_story.share(one.text, other.text)
    if share < SIMILAR:
        return Overlap((), ())
    words = (f"{one.dossier} 与 {other.dossier} 相同部分约 {share:.0%}",)
    return Overlap(words, one.report + other.report)


_KINDS = (
    _SharedKind(
        "batch.shared_enterprises",
        "服务企业名单有相同企业",
        lambda traces: _keys(traces.enterprises),
        _too_many,
        _same(lambda traces: traces.enterprises),
    ),
    _SharedKind("batch.shared_staff", "人员名单有相同人员", _people_keys, _any, _same_people),
    _SharedKind(
        "batch.duplicate_files",
        "有内容完全相同的文件",
        lambda traces: _keys(traces.files),
        _any,
        _same(lambda traces: traces.files),
    ),
    _SharedKind(
        "batch.similar_narratives",
        "申请报告文字高度相似",
        lambda traces: _draw(traces.text),
        _much_of_a_draw,
        _same_story,
    ),
    _SharedKind(
        "batch.same_applicant",
        "申请单位相同",
        lambda traces: _keys(traces.applicant),
        _any,
        _same(lambda traces: traces.applicant),
    ),
)
