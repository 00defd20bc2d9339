"""What comes of the made-up dossiers: does the complete one pass, does each rule fail alone?"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.papers.ocr_scope import ocr_scope
from extractors.read import read
from pipeline.demo.packing import WRITERS
from pipeline.intake.inbox import entries
from pipeline.rehearsal.cases import RehearsalCase, cases
from pipeline.rehearsal.made import DAY, made
from pipeline.rehearsal.papers import papers
from pipeline.screen import Settings, Steps, our_steps, screen
from schemas.dossier import Screening
from schemas.findings import Finding
from schemas.regulation.catalogue import while_speaking
from schemas.rulebook import Rulebook
from schemas.status import Reason, Status

# Findings that follow from others, and those of conditions that only count towards the number of functions.
_FOLLOWS = frozenset({"condition.functions"})
NOWHERE = "申报表和清单上没有写这个数的地方：多半是量选错了，否则只能由人核对"
_OUTRIGHT = frozenset({Status.FAIL, Status.ERROR})


@dataclass(frozen=True, slots=True)
class RehearsalOutcome:
    """What was found of one dossier: the status of its rule, why, and whatever else fails that should not."""

    case: RehearsalCase
    status: str
    reason: str
    others: tuple[str, ...]
    holds: bool
    why: str = ""
    """In Chinese, why it does not hold; of what holds, why it could only be looked at by a person."""

    @property
    def only_people(self) -> bool:
        """Whether nothing on the forms states what the rule asks, so that it is always for a person."""
        return self.holds and bool(self.why)


def rehearse(rulebook: Rulebook, name: str, folder: Path, only: str = "") -> list[RehearsalOutcome]:
    """Write every dossier into the folder, screen it, and say what came of it.

    ``name``: id or path of the rulebook as the screening is told it. ``only``: how the ids of the rules begin that are
    rehearsed.
    """
    with while_speaking(rulebook.own):
        every = [case for case in cases(rulebook) if not case.rule or case.rule.startswith(only)]
        papers_of = {case.id: _files(rulebook, case) for case in every}
    steps = _remembering()
    bases: dict[str, Screening] = {}
    outcomes = []
    for case in every:
        screened = _screened(case, papers_of[case.id], name, folder, steps)
        if not case.rule:
            bases[case.id] = screened
        outcomes.append(_outcome(case, screened, bases[case.base]))
    return outcomes


def _remembering() -> Steps:
    """Our steps; a file that was read for one dossier is not read again for the next."""
    remembered = functools.cache(lambda data, path: read(data, path, ocr_scope(path)))
    return replace(our_steps(), read=remembered)


def _screened(case: RehearsalCase, files: Mapping[str, bytes], name: str, folder: Path, steps: Steps) -> Screening:
    target = folder / case.id
    target.mkdir(parents=True, exist_ok=True)
    for file, data in files.items():
        (target / file).write_bytes(data)
    entry = next(one for one in entries(folder) if one.id == case.id)
    return screen(entry, Settings(DAY, name, case.procedure), steps)


def _files(rulebook: Rulebook, case: RehearsalCase) -> Mapping[str, bytes]:
    procedure = rulebook.procedures[case.procedure]
    whole = made(rulebook, procedure, case.amounts)
    empty = dict.fromkeys(case.blanks, "")
    whole = replace(whole, facts=replace(whole.facts, fields={**whole.facts.fields, **empty}))
    every = papers(rulebook, procedure, whole, case.without)
    return {f"{paper.name}.{paper.format}": WRITERS[paper.format](paper) for paper in every}


def _outcome(case: RehearsalCase, screened: Screening, base: Screening) -> RehearsalOutcome:
    found = {finding.rule: finding for finding in screened.findings}
    before = {finding.rule: finding.status for finding in base.findings}
    if not case.rule:
        others = tuple(_unmet(screened))
        open_ = tuple(one for one in screened.verdict.reasons if one not in others)
        return RehearsalOutcome(
            case, screened.verdict.status.value, "、".join(open_), others, not others, _why_not(others)
        )
    if case.blanks:
        return _of_blanks(case, found)
    own = found.get(case.rule)
    expected = {case.rule, *_FOLLOWS, *case.with_it}
    fails = (rule for rule, finding in found.items() if finding.status in _OUTRIGHT)
    others = tuple(rule for rule in fails if before.get(rule) not in _OUTRIGHT and rule not in expected)
    status, reason = ("", "") if own is None else (own.status.value, own.reason.value if own.reason else "")
    if own is not None and _unstated(own) and _also_unstated(base, case.rule) and not others:
        return RehearsalOutcome(case, status, reason, others, holds=True, why=NOWHERE)
    why = _why(case, own, before.get(case.rule), others)
    return RehearsalOutcome(case, status, reason, others, not why, why)


def _unstated(one: Finding) -> bool:
    """Whether nothing was found that states what the condition asks."""
    return one.status is Status.REVIEW and one.reason is Reason.NOT_FOUND and one.rule.startswith("condition.")


def _also_unstated(base: Screening, rule: str) -> bool:
    """Whether the complete dossier does not state it either."""
    return any(one.rule == rule and _unstated(one) for one in base.findings)


def _of_blanks(case: RehearsalCase, found: Mapping[str, Finding]) -> RehearsalOutcome:
    """Whether every blank that was left empty is told, and none of the conditions is missed for it."""
    told = {key: found.get(f"{case.rule}.{key}") for key in case.blanks}
    silent = tuple(key for key, one in told.items() if one is None or one.status not in _OUTRIGHT)
    missed = tuple(rule for rule, one in found.items() if rule.startswith("condition.") and one.status in _OUTRIGHT)
    why = f"没有指出留空：{'、'.join(silent)}" if silent else ""
    why = why or (f"因留空而判不符合：{'、'.join(missed)}" if missed else "")
    return RehearsalOutcome(case, "fail" if not silent else "pass", "", missed, not why, why)


def _unmet(screened: Screening) -> Iterator[str]:
    """What fails in the complete dossier, and the conditions on which it states nothing that could be judged."""
    for one in screened.findings:
        undecided = one.status is Status.REVIEW and one.rule in screened.verdict.reasons
        if one.status in _OUTRIGHT or (undecided and one.rule.startswith("condition.") and not _unstated(one)):
            yield one.rule


def _why_not(others: tuple[str, ...]) -> str:
    return f"齐全的卷宗没有全部通过：{'、'.join(others)}" if others else ""


def _why(case: RehearsalCase, own: Finding | None, before: Status | None, others: tuple[str, ...]) -> str:
    if own is None:
        return "没有这条规则的结果"
    if own.status is before:
        return "差一点与齐全时结果相同，这条规则没有起作用"
    if own.status is Status.REVIEW and not _left_to_people(case, own):
        return "应判不符合，结果是需人工核实"
    if own.status not in (Status.FAIL, Status.REVIEW):
        return f"应判不符合，结果是{own.status.value}"
    return f"其他规则也不符合：{'、'.join(others)}" if others else ""


def _left_to_people(case: RehearsalCase, own: Finding) -> bool:
    """Whether what misses is rightly for a person: a clause may relax it, or what proves it is a lower bound."""
    return case.for_people or own.reason in (Reason.RELAXATION_POSSIBLE, Reason.NOT_FOUND)
