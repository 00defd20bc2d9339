"""Does what the recommending bureau must hand in lie with the dossier, and is its survey as the form asks?

Its 推荐表 (and 推荐文件), at least as many enterprises drawn, all of them on the applicant's list, a method ticked.
Every finding is ``pass`` or ``review`` with disposition ``note``: it is the recommender's matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schemas.findings import Finding
from schemas.locator import Locator
from schemas.names import enterprise_key, near_enterprise
from schemas.papers import Paper
from schemas.regulation.standing import Recommendation, SurveyRule
from schemas.status import Disposition, Reason, Status
from schemas.tables import LISTS, Row, rows_of
from validators import wording
from validators.case import Case

FORM = "recommendation_form"
METHOD = "method"
"""The part of the form in which a method is ticked (data/vocabulary/papers.yaml)."""


def recommendation(case: Case, rule: Recommendation) -> Finding:
    """material.recommendation: the recommender's papers."""
    papers = [paper for paper in case.contents.papers if paper.kind in rule.papers]
    lacking = [] if papers else ["推荐表"]
    if rule.documents and not _documents(case, rule):
        lacking.append("推荐文件")
    evidence = tuple(dict.fromkeys(paper.evidence for paper in papers))
    if not lacking:
        return _note("material.recommendation", rule.article, f"有推荐单位的{_named(rule)}。", evidence, rule.asks)
    blind = "；卷宗中有无法读取的内容，可能在其中" if case.blind else ""
    message = (
        f"卷宗中未见推荐单位的{'、'.join(lacking)}{blind}。该材料由推荐单位提供，请向推荐单位索取，不向申报单位要求。"
    )
    reason = Reason.UNREADABLE if case.blind else Reason.NOT_FOUND
    return _to_look_at(_note("material.recommendation", rule.article, message, evidence, rule.asks), reason)


def _named(rule: Recommendation) -> str:
    return "推荐表和推荐文件" if rule.documents else "推荐表"


def _documents(case: Case, rule: Recommendation) -> bool:
    """Whether a file or a heading calls itself so."""
    return any(word in record.path for record in case.contents.files for word in rule.documents)


def survey(case: Case, rule: SurveyRule) -> Iterator[Finding]:
    """survey.size, survey.members, survey.method, survey.filled."""
    forms = [paper for paper in case.contents.papers if paper.kind == FORM]
    frame = case.contents.tables.get("survey")
    rows = [] if frame is None else rows_of(frame)
    named = {enterprise_key(str(row.values.get("enterprise") or "")): row.evidence for row in rows}
    named.pop("", None)
    asks = f"随机抽取，不少于 {rule.at_least} 家"
    if not forms and not named:
        for part in ("size", "members", "method", "filled"):
            message = "未见推荐单位的测评情况（推荐表），无从核对。"
            yield _to_look_at(_note(f"survey.{part}", rule.source, message, (), asks), Reason.NOT_FOUND)
        return
    yield _size(rule, named, asks)
    yield _members(case, rule, named)
    yield _method(rule, forms)
    yield _filled(rule, rows)


def _size(rule: SurveyRule, named: dict[str, Locator], asks: str) -> Finding:
    message = f"推荐表抽取 {len(named)} 家，要求不少于 {rule.at_least} 家"
    if len(named) >= rule.at_least:
        return _note("survey.size", rule.source, f"{message}。", tuple(named.values())[:1], asks)
    fewer = _note("survey.size", rule.source, f"{message}，请向推荐单位核实。", tuple(named.values()), asks)
    return _to_look_at(fewer, Reason.NOT_FOUND)


def _members(case: Case, rule: SurveyRule, named: dict[str, Locator]) -> Finding:
    """Every enterprise asked stands on the applicant's own list."""
    asks = "抽取的企业在服务企业名单中"
    frame = case.contents.tables.get("enterprises")
    rows = [] if frame is None else rows_of(frame)
    listed = {enterprise_key(str(row.values.get("name") or "")) for row in rows} - {""}
    if not listed or not named:
        message = "没有读到服务企业名单或抽取的企业，无从核对。"
        return _to_look_at(_note("survey.members", rule.source, message, (), asks), Reason.NOT_FOUND)
    strange = [name for name in named if name not in listed]
    if not strange:
        return _note("survey.members", rule.source, f"抽取的 {len(named)} 家均在服务企业名单中。", (), asks)
    near = [name for name in strange if any(near_enterprise(name, other) for other in listed)]
    hint = f"（其中 {wording.named(near)} 与名单中的名称相近）" if near else ""
    message = f"抽取的企业中 {wording.named(strange)} 不在服务企业名单中{hint}，请向推荐单位核实。"
    places = tuple(named[name] for name in strange)
    return _to_look_at(_note("survey.members", rule.source, message, places, asks), Reason.CONFLICT)


def _method(rule: SurveyRule, forms: list[Paper]) -> Finding:
    asks = "测评方法已勾选"
    ticked = [paper.parts[METHOD] for paper in forms if METHOD in paper.parts]
    if ticked:
        return _note("survey.method", rule.source, "推荐表已勾选测评方法。", tuple(ticked), asks)
    places = tuple(paper.evidence for paper in forms)
    message = "没有读到推荐表勾选了哪种测评方法，请核看。"
    return _to_look_at(_note("survey.method", rule.source, message, places, asks), Reason.NOT_FOUND)


def _filled(rule: SurveyRule, rows: Sequence[Row]) -> Finding:
    """Every column of the survey that the form has is filled, row by row."""
    asks = "抽样情况逐栏填写"
    titles = {column.key: column.title for column in LISTS["survey"].columns}
    blank = [(row, key) for row in rows for key in titles if key in row.values and row.values[key] is None]
    if not rows:
        message = "没有读到抽样的各行，无从核对。"
        return _to_look_at(_note("survey.filled", rule.source, message, (), asks), Reason.NOT_FOUND)
    if not blank:
        return _note("survey.filled", rule.source, f"抽样的 {len(rows)} 行各栏均已填写。", (), asks)
    counts = Counter(titles[key] for _, key in blank)
    told = "、".join(f"“{title}”{count} 处" for title, count in counts.items())
    places = tuple(row.places.get(key, row.evidence) for row, key in blank)
    message = f"抽样情况中没有读到所填内容的：{told}，请向推荐单位核实。"
    return _to_look_at(_note("survey.filled", rule.source, message, places, asks), Reason.NOT_FOUND)


def _note(rule: str, article: str, message: str, evidence: tuple[Locator, ...], asks: str) -> Finding:
    return Finding(rule, Status.PASS, article, message, asks, "", evidence, Disposition.NOTE)


def _to_look_at(note: Finding, reason: Reason) -> Finding:
    """The note, for a person to look at."""
    return replace(note, status=Status.REVIEW, reason=reason)
