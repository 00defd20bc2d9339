"""What does a rulebook's section ``standing`` say? Its YAML as values, and the line of every rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from typing import TypeVar, cast

from schemas.days.periods import MONTHS, Span
from schemas.regulation.standing import (
    WHO,
    DueDay,
    ExpertReview,
    Ground,
    Hint,
    InspectionRule,
    Publicity,
    PublishedList,
    Recheck,
    Recommendation,
    ReportRule,
    Standing,
    SurveyRule,
    TitleValidity,
    Who,
)
from schemas.strict_yaml import Marked

Lines = MutableMapping[object, int]
_Rule = TypeVar("_Rule")
_DUE = re.compile(r"(?:(?P<month>0[1-9]|1[0-2])|(?P<next>次月))-(?P<day>0[1-9]|[12]\d|3[01]|末)")
_LAST_MONTH: Mapping[str, int] = {"half": 6, "year": 12}


def read_standing(marked: Marked, lines: Lines) -> Standing:
    """The section as written. RulebookError where it is not built as it must be."""
    fields = marked.fields(
        "recommender listing", "publicity valid recheck reports inspections lost survey recommendation experts"
    )
    read = _SectionReader(fields, lines)
    lines["standing"] = marked.line
    return Standing(
        recommender=fields["recommender"].text(),
        publicity=read.one("publicity", _publicity),
        listing=read.noted(fields["listing"], _listing),
        valid=read.one("valid", _validity),
        recheck=read.one("recheck", _recheck),
        reports=read.many("reports", _report),
        inspections=read.many("inspections", _inspection),
        lost=read.many("lost", _ground),
        survey=read.one("survey", _survey),
        recommendation=read.one("recommendation", _recommendation),
        experts=read.one("experts", _experts),
    )


class _SectionReader:
    """Reads the parts of the section, noting the line of each."""

    def __init__(self, fields: Mapping[str, Marked], lines: Lines) -> None:
        self._fields = fields
        self._lines = lines

    def noted(self, marked: Marked, read: Callable[[Marked], _Rule]) -> _Rule:
        rule = read(marked)
        self._lines[rule] = marked.line
        return rule

    def one(self, key: str, read: Callable[[Marked], _Rule]) -> _Rule | None:
        return self.noted(self._fields[key], read) if key in self._fields else None

    def many(self, key: str, read: Callable[[Marked], _Rule]) -> tuple[_Rule, ...]:
        members = self._fields[key].list() if key in self._fields else ()
        return tuple(self.noted(member, read) for member in members)


def _publicity(marked: Marked) -> Publicity:
    fields = marked.fields("article", "working_days sites")
    return Publicity(fields["article"].text(), _whole(fields, "working_days"), _texts(fields, "sites"))


def _listing(marked: Marked) -> PublishedList:
    fields = marked.fields("article asks", "sites")
    return PublishedList(fields["article"].text(), fields["asks"].text(), _texts(fields, "sites"))


def _validity(marked: Marked) -> TitleValidity:
    fields = marked.fields("article years", "again")
    if "again" in fields and fields["again"].text() != "in_the_last_year":
        raise fields["again"].wrong("只能写 in_the_last_year（期满当年可再次申报），或不写")
    return TitleValidity(fields["article"].text(), fields["years"].whole(), "again" in fields)


def _recheck(marked: Marked) -> Recheck:
    fields = marked.fields("article years", "procedure with_round")
    return Recheck(
        fields["article"].text(),
        fields["years"].whole(),
        fields["procedure"].text() if "procedure" in fields else "review",
        fields["with_round"].truth() if "with_round" in fields else True,
    )


def _report(marked: Marked) -> ReportRule:
    fields = marked.fields("by article what", "to kept_by period due only in_last")
    span = _span(fields, "period")
    if "due" in fields and span is None:
        raise fields["due"].wrong("写了 due（何日前）就要写 period（quarter、half 或 year）")
    return ReportRule(
        by=_who(fields["by"]),
        to=fields["to"].text() if "to" in fields else "",
        article=fields["article"].text(),
        what=fields["what"].text(),
        period=span,
        due=_due(fields["due"], span) if "due" in fields and span else None,
        only=_whole(fields, "only"),
        in_last=fields["in_last"].text() if "in_last" in fields else "",
        kept_by=_who(fields["kept_by"]) if "kept_by" in fields else "bureau",
    )


def _due(marked: Marked, span: Span) -> DueDay:
    """次月-25, or a month and day (01-15, 02-末) as so many months after the one in which the period ends."""
    match = _DUE.fullmatch(marked.text())
    if match is None:
        raise marked.wrong("应写作 01-15（1月15日前）、02-末（2月底前）或 次月-25（期满次月25日前）")
    day = None if match["day"] == "末" else int(match["day"])
    if match["next"]:
        return DueDay(1, day)
    if span == "quarter":
        raise marked.wrong("按季度报送的，写作 次月-25 这样")
    months = int(match["month"]) - _LAST_MONTH[span]
    return DueDay(months if months > 0 else months + 12, day)


def _inspection(marked: Marked) -> InspectionRule:
    fields = marked.fields("by article what", "at_least per each")
    if "at_least" in fields and "per" not in fields:
        raise fields["at_least"].wrong("写了 at_least（至少几次）就要写 per（quarter、half 或 year）")
    return InspectionRule(
        by=_who(fields["by"]),
        article=fields["article"].text(),
        what=fields["what"].text(),
        at_least=_whole(fields, "at_least"),
        per=_span(fields, "per"),
        each=fields["each"].truth() if "each" in fields else False,
    )


def _ground(marked: Marked) -> Ground:
    fields = marked.fields("id article asks act", "bar_years hint")
    return Ground(
        id=fields["id"].text(),
        article=fields["article"].text(),
        asks=fields["asks"].text(),
        act=fields["act"].text(),
        bar_years=_whole(fields, "bar_years"),
        hint=_hint(fields["hint"]) if "hint" in fields else None,
    )


def _hint(marked: Marked) -> Hint:
    fields = marked.fields("", "inspection in_a_row by recheck missing penalty")
    if sum(key in fields for key in ("inspection", "recheck", "missing", "penalty")) != 1:
        raise marked.wrong("须写且只写一个：inspection、recheck、missing 或 penalty")
    return Hint(
        inspection=fields["inspection"].text() if "inspection" in fields else "",
        in_a_row=fields["in_a_row"].whole() if "in_a_row" in fields else 1,
        by=tuple(_who(one) for one in fields["by"].list()) if "by" in fields else (),
        recheck=fields["recheck"].text() if "recheck" in fields else "",
        missing=_span(fields, "missing"),
        penalty=fields["penalty"].truth() if "penalty" in fields else False,
    )


def _survey(marked: Marked) -> SurveyRule:
    fields = marked.fields("source at_least")
    return SurveyRule(fields["source"].text(), fields["at_least"].whole())


def _recommendation(marked: Marked) -> Recommendation:
    fields = marked.fields("article asks papers", "documents")
    return Recommendation(
        fields["article"].text(), fields["asks"].text(), fields["papers"].texts(), _texts(fields, "documents")
    )


def _experts(marked: Marked) -> ExpertReview:
    fields = marked.fields("article asks", "panel")
    return ExpertReview(
        fields["article"].text(), fields["asks"].text(), fields["panel"].text() if "panel" in fields else ""
    )


def _who(marked: Marked) -> Who:
    if marked.text() not in WHO:
        raise marked.wrong(f"应为 {'、'.join(f'{key}（{title}）' for key, title in WHO.items())} 之一")
    return cast("Who", marked.text())


def _span(fields: Mapping[str, Marked], key: str) -> Span | None:
    if key not in fields:
        return None
    if fields[key].text() not in MONTHS:
        raise fields[key].wrong("应为 quarter（季度）、half（半年）或 year（年度）")
    return cast("Span", fields[key].text())


def _whole(fields: Mapping[str, Marked], key: str) -> int | None:
    return fields[key].whole() if key in fields else None


def _texts(fields: Mapping[str, Marked], key: str) -> tuple[str, ...]:
    return fields[key].texts() if key in fields else ()
