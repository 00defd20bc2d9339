"""What does the rulebook say about one dossier? Every check, one after the other, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from schemas.dossier import Contents
from schemas.findings import Finding, MaterialResult, Verdict
from schemas.regulation.standing import PastTitle
from schemas.rulebook import Material, Rulebook, ServiceFunction
from schemas.status import Disposition, MaterialStatus, Reason, Status
from validators import credit_codes, crosschecks, forms, functions, materials, rosters
from validators.case import Case, case_of
from validators.causes import caused
from validators.clauses.needed import as_needed
from validators.clauses.score import score
from validators.completeness import files_read, lists_read, not_whole, papers_apart
from validators.conditions import condition
from validators.lists.revenues import service_revenue_within_revenue
from validators.materials import papers_of
from validators.remarks import recommender
from validators.remarks.beside import beside
from validators.remarks.comments import comments
from validators.remarks.history import history
from validators.remarks.in_force import in_force
from validators.remarks.judgements import judgement
from validators.remarks.notes import note
from validators.remarks.paper_blanks import paper_blank
from validators.remarks.premises import premises, premises_of
from validators.remarks.seals import binding_order, seal
from validators.remarks.served import served
from validators.remarks.versions import versions
from validators.verdict import verdict

_ROSTER_CHECKS: tuple[Callable[[Case], Finding], ...] = (
    service_revenue_within_revenue,
    rosters.duplicate_enterprises,
    rosters.duplicate_staff,
    rosters.shared_phones,
    rosters.self_served,
    rosters.roster_numbering,
)


@dataclass(frozen=True, slots=True)
class Check:
    """One rule, or the rules of one list, and how to work it out."""

    rule: str
    article: str
    run: Callable[[], Finding | list[Finding]]


def judge(
    contents: Contents, rulebook: Rulebook, procedure: str, as_of: date, past: Sequence[PastTitle] | None = None
) -> tuple[tuple[MaterialResult, ...], tuple[Finding, ...], Verdict]:
    """Every material, every finding (passes included) and the verdict. ``past`` is None where nobody asks about it."""
    case = case_of(contents, rulebook, procedure, as_of)
    raw = tuple(_material(case, item) for item in case.procedure.materials)
    items, held = as_needed(case, case.procedure.materials, raw)
    case = replace(case, procedure=replace(case.procedure, materials=items))
    asked = [*checks(case, held), *_about_past(case, past)]
    findings = tuple(found for check in asked for found in guarded(check))
    if not case.procedure.conditions_count:
        findings = tuple(_shown_only(found) for found in findings)
    findings = caused(findings, case.procedure.materials, not_whole(case))
    return held, findings, verdict(case, findings)


def checks(case: Case, held: tuple[MaterialResult, ...]) -> Iterator[Check]:
    """Every check of the rulebook, in the order of the report."""
    yield Check("rulebook.in_force", case.rulebook.in_force.article, partial(in_force, case))
    yield from _about_materials(case, held)
    yield Check("form.application", "", partial(forms.application, case))
    for name in case.procedure.lists:
        yield Check(f"form.{name}", "", partial(forms.table, case, name))
    yield from _about_conditions(case, held)
    for measure in crosschecks.compared():
        yield Check(f"crosscheck.{measure.id}", "", partial(crosschecks.crosscheck, case, measure))
    yield Check("crosscheck.investor_share", "", partial(crosschecks.investor_share, case))
    yield Check("crosscheck.credit_code", "", partial(credit_codes.credit_codes, case))
    for check in _ROSTER_CHECKS:
        yield Check(f"crosscheck.{check.__name__}", "", partial(check, case))
    yield Check("reading.files", "", partial(files_read, case))
    yield Check("reading.lists", "", partial(lists_read, case))
    yield Check("reading.papers", "", partial(papers_apart, case, held))
    yield Check("reading.versions", "", partial(versions, case))
    yield Check("reading.comments", "", partial(comments, case))
    yield from _about_recommender(case)
    for asked in case.rulebook.judgements:
        yield Check(f"judgement.{asked.id}", asked.article, partial(judgement, case, asked))


def _about_recommender(case: Case) -> Iterator[Check]:
    section = case.rulebook.standing
    if section is None or case.procedure.id != "application":
        return
    if section.recommendation is not None:
        rule = section.recommendation
        yield Check("material.recommendation", rule.article, partial(recommender.recommendation, case, rule))
    if section.survey is not None:
        asked = section.survey
        yield Check("survey", asked.source, lambda: list(recommender.survey(case, asked)))


def _about_past(case: Case, past: Sequence[PastTitle] | None) -> Iterator[Check]:
    if past is not None:
        yield Check("history", "", partial(history, case, past))


def guarded(check: Check) -> list[Finding]:
    """What the check says; where it breaks, an error for this rule alone, and the rest stands."""
    try:
        said = check.run()
    except Exception as error:  # noqa: BLE001  one broken rule must not spoil the screening (contract §3)
        message = f"该规则执行出错（{type(error).__name__}），需人工核实；请将此信息反馈给维护人员。"
        return [Finding(check.rule, Status.ERROR, check.article, message)]
    return [said] if isinstance(said, Finding) else said


def _about_materials(case: Case, held: tuple[MaterialResult, ...]) -> Iterator[Check]:
    for item, result in zip(case.procedure.materials, held, strict=True):
        yield Check(f"material.{item.item}", item.article, partial(_material_finding, case, item, result))
    for item in case.procedure.materials:
        if item.sealed:
            yield Check(f"seal.{item.item}", item.article, partial(seal, case, item))
        if item.beside is not None:
            yield Check(f"note.{item.item}", item.beside.source, partial(beside, case, item, item.beside))
    proofs = [(item.article, premises_of(papers_of(case, item))) for item in case.procedure.materials]
    article = next((article for article, found in proofs if found), None)
    if article is not None:
        papers = [paper for _, found in proofs for paper in found]
        yield Check("note.premises", article, partial(premises, case, article, papers))
    if case.procedure.in_order:
        yield Check("note.binding_order", case.procedure.article, partial(binding_order, case))


def _about_conditions(case: Case, held: tuple[MaterialResult, ...]) -> Iterator[Check]:
    for asked in case.rulebook.conditions:
        yield Check(f"condition.{asked.rule}", asked.article, partial(condition, case, asked, held))
    if case.rulebook.score is not None:
        points = case.rulebook.score
        yield Check("condition.score", points.article, partial(score, case, points, held))
    rule = case.rulebook.functions
    if rule is not None:
        for one in rule.functions:
            yield Check(f"condition.function.{one.id}", one.article, partial(_of_function, case, one))
        yield Check("condition.functions", rule.article, partial(functions.functions, case, rule))
    if any(asked.measure == "enterprises_served" for asked in case.rulebook.conditions):
        yield Check("note.served", "", partial(served, case))
    for remark in case.rulebook.notes:
        yield Check(f"note.{remark.table}", remark.source, partial(note, case, remark))
    for blank in case.rulebook.paper_blanks:
        yield Check(f"note.{blank.id}", blank.source, partial(paper_blank, case, blank))


def _of_function(case: Case, one: ServiceFunction) -> list[Finding]:
    return list(functions.function(case, one).findings)


def _material(case: Case, item: Material) -> MaterialResult:
    """The item's standing; where the rule itself breaks, a person must look."""
    try:
        return materials.material(case, item)
    except Exception as error:  # noqa: BLE001  one broken rule must not spoil the screening (contract §3)
        reason = f"该规则执行出错（{type(error).__name__}），需人工核实"
        return MaterialResult(
            item.item, item.title, MaterialStatus.REVIEW, item.optional, item.article, reason, (), Reason.UNREADABLE
        )


def _material_finding(case: Case, item: Material, result: MaterialResult) -> Finding:
    """The finding of the item; a rule that broke breaks here again, and is reported as an error."""
    if result.status is MaterialStatus.REVIEW:
        materials.material(case, item)
    return materials.finding(item, result)


def _shown_only(found: Finding) -> Finding:
    """In a review procedure the conditions are worked out and shown, and do not count."""
    return replace(found, disposition=Disposition.NOTE) if found.rule.startswith("condition.") else found
