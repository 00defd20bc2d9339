"""What must the applicant be told, everything at once: what to hand in, what to explain, what falls short?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import wording
from pipeline.letters.questions import Question, misnamed, outward, questions
from schemas.dossier import FileRecord, Screening
from schemas.findings import Finding, MaterialResult
from schemas.status import FileStatus, MaterialStatus, Status, VerdictStatus
from schemas.tables import LISTS
from validators.wording import quoted

LETTER, SECOND_LETTER = "letter.docx", "letter-supplement.docx"
SUPPLEMENT, INELIGIBLE = "补正通知书", "不符合条件告知书"

_FORMS = {"application": ("application_form", "申报表"), "review": ("review_form", "测评表")}
"""The kind of paper and the name of the form of each procedure."""
_NUMBERED = re.compile(r"^（\d+）")
_REQUEST = "请申请人"


@dataclass(frozen=True, slots=True)
class Request:
    """One row of 需补正的材料: 材料名称, 问题, 补正要求, 依据, and the rules it answers."""

    paper: str
    problem: str
    demand: str
    basis: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One row of what the regulation asks and the dossier does not reach."""

    item: str
    required: str
    stated: str
    basis: str
    rule: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Everything one letter must say; empty lists where there is nothing of the kind."""

    requests: tuple[Request, ...]
    questions: tuple[Question, ...]
    shortfalls: tuple[Shortfall, ...]


def notice(screening: Screening, settled: Collection[str] = ()) -> Notice:
    """What the applicant is told of this screening; nothing of a dossier that needs no letter.

    ``settled`` are rules that a clerk has overruled or waived: nobody is asked about them.
    """
    status = screening.verdict.status
    if status not in (VerdictStatus.SUPPLEMENT, VerdictStatus.INELIGIBLE):
        return Notice((), (), ())
    return points(screening, settled)


def points(screening: Screening, settled: Collection[str] = ()) -> Notice:
    """Everything that the applicant could be told of this screening, whatever its verdict."""
    left = _without(screening, settled)
    requests = (*_materials(left), *_misnamed(left), *_forms(left), *_own(left), *_files(left.contents.files))
    rows = _in_order(list(_one_each(requests)), left.materials)
    return Notice(rows, tuple(questions(left)), tuple(_shortfalls(left)))


def _in_order(rows: Sequence[Request], materials: Sequence[MaterialResult]) -> tuple[Request, ...]:
    """The rows as the checklist has its items, then what stands on no checklist."""
    order = {(item.title, item.article): at for at, item in enumerate(materials)}
    return tuple(sorted(rows, key=lambda row: order.get((row.paper, row.basis), len(order))))


def _one_each(requests: Iterable[Request]) -> Iterator[Request]:
    """One row for each paper, whatever is wrong with it."""
    by_paper: dict[tuple[str, str], list[Request]] = {}
    for request in requests:
        by_paper.setdefault((request.paper, request.basis), []).append(request)
    for (paper, basis), rows in by_paper.items():
        problems = [problem for row in rows for problem in row.problem.split("\n")]
        bare = [_NUMBERED.sub("", problem) for problem in problems]
        rules = tuple(dict.fromkeys(rule for row in rows for rule in row.rules))
        yield Request(paper, _numbered(bare), "；".join(dict.fromkeys(row.demand for row in rows)), basis, rules)


def _numbered(problems: Sequence[str]) -> str:
    if len(problems) == 1:
        return problems[0]
    return "\n".join(f"（{at}）{problem}" for at, problem in enumerate(problems, 1))


def _misnamed(screening: Screening) -> Iterator[Request]:
    for paper in misnamed(screening):
        problem = f"所载单位名称为“{paper.name}”，与申报单位名称不一致（{paper.place}）"
        demand = f"请以本单位名义重新出具并提交{quoted(paper.title)}"
        yield Request(paper.title, problem, demand, paper.article, (paper.rule, "crosscheck.applicant_name"))


def _without(screening: Screening, settled: Collection[str]) -> Screening:
    if not settled:
        return screening
    return replace(
        screening,
        findings=tuple(finding for finding in screening.findings if finding.rule not in settled),
        materials=tuple(item for item in screening.materials if f"material.{item.item}" not in settled),
    )


def letters(screening: Screening, settled: Collection[str] = ()) -> dict[str, str]:
    """The letters that this screening calls for: file → title."""
    points, status = notice(screening, settled), screening.verdict.status
    asks = bool(points.requests or points.questions)
    if status is VerdictStatus.INELIGIBLE:
        titles = {LETTER: INELIGIBLE} if points.shortfalls else {}
        return titles | ({SECOND_LETTER: SUPPLEMENT} if asks else {})
    return {LETTER: SUPPLEMENT} if asks else {}


def _materials(screening: Screening) -> Iterator[Request]:
    asks = {finding.rule: finding.expected for finding in screening.findings}
    for material in screening.materials:
        if material.optional or material.status not in (MaterialStatus.MISSING, MaterialStatus.PARTIAL):
            continue
        rule = f"material.{material.item}"
        ask = asks.get(rule, "")
        more = f"：{ask}" if ask and ask != material.title else ""
        missing, title = material.status is MaterialStatus.MISSING, quoted(material.title)
        problem = material.note or ("未见该项材料" if missing else "不完整，请对照清单核对")
        demand = f"请提交{title}{more}" if missing else f"请按要求补正后重新提交{title}{more}"
        yield Request(material.title, problem, demand, material.article, (rule,))


def _forms(screening: Screening) -> Iterator[Request]:
    """One row per paper: its blanks and columns that are to be filled in or corrected."""
    by_paper: dict[tuple[str, str], list[Finding]] = {}
    for finding in screening.findings:
        if wording.family(finding) == "form" and finding.status is Status.FAIL:
            by_paper.setdefault(_paper_of(finding.rule, screening), []).append(finding)
    for (paper, basis), findings in by_paper.items():
        problems = [outward(finding.message).removesuffix("。").removesuffix("，请补正") for finding in findings]
        rules = tuple(finding.rule for finding in findings)
        yield Request(paper, "\n".join(problems), "请按原表逐项填写、更正后重新提交", basis, rules)


def _own(screening: Screening) -> Iterator[Request]:
    """What a clerk has found besides, in the clerk's own words."""
    for finding in filter(wording.to_be_mended, screening.findings):
        paper = finding.evidence[0].file if finding.evidence else "申报材料"
        yield Request(paper, finding.message, "请更正或补充后重新提交", finding.article, (finding.rule,))


def _paper_of(rule: str, screening: Screening) -> tuple[str, str]:
    """The name of the paper on the checklist that this blank or list stands in, and the article that asks for it."""
    part = rule.split(".")[1]
    spec = LISTS.get(part)
    # A list that is no paper of its own stands in the application form.
    alone = spec is not None and bool(spec.paper) and not spec.in_form
    form, name = _FORMS.get(screening.procedure, _FORMS["application"])
    held = _item_of_kind(screening, spec.paper if spec is not None and alone else form)
    if held is not None:
        return held.title, held.article
    return (spec.title if spec is not None and alone else name), ""


def _item_of_kind(screening: Screening, kind: str) -> MaterialResult | None:
    places = {paper.evidence for paper in screening.contents.papers if paper.kind == kind}
    return next((item for item in screening.materials if places.intersection(item.evidence)), None)


def _files(files: Iterable[FileRecord]) -> Iterator[Request]:
    """Files that did not open, where the applicant can give them so that they do."""
    for file in files:
        problem, asked, ask = file.note.partition(_REQUEST)
        if file.status is FileStatus.UNREADABLE and not file.pages and asked:
            yield Request(f"文件“{file.path}”", problem.rstrip("，。；"), f"请{ask.rstrip('。')}", "", ())


def _shortfalls(screening: Screening) -> Iterator[Shortfall]:
    for finding in screening.findings:
        if finding.rule in screening.verdict.reasons and wording.falls_short(finding):
            yield Shortfall(
                wording.rule_title(finding.rule, screening),
                finding.asks or finding.expected,
                outward(finding.actual) or (finding.message if wording.family(finding) == "own" else "未见数据"),
                finding.article,
                finding.rule,
            )
