"""What does the past ask about? A title still held, a bar not yet over, other figures for the same year, a re-check.

Every finding is ``pass`` or ``review``: what the ledger says, a person weighs. Figures are ``not_applicable`` where
no year stands in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from schemas.findings import Finding
from schemas.locator import Locator
from schemas.regulation.standing import PastTitle
from schemas.status import Disposition, Reason, Status
from schemas.tables import LISTS, rows_of
from validators import wording
from validators.case import Case

RULES = ("history.title", "history.bar", "history.figures", "history.recheck")
_TOLERANCE = Decimal("0.01")
"""Amounts of one year may differ by this share; enterprises served are counted."""
_COUNTED = ("enterprises_served",)


def history(case: Case, past: Sequence[PastTitle]) -> list[Finding]:
    """The four findings, in the order of ``RULES``."""
    own = [one for one in past if one.rulebook == case.rulebook.id]
    return [_title(case, own), _bar(case, own), _figures(case, own), _recheck(case, past)]


def _title(case: Case, own: Sequence[PastTitle]) -> Finding:
    """A title that does not end this year, and an application for another (有效期满当年可再次申报)."""
    section = case.rulebook.standing
    article = "" if section is None else section.valid.article if section.valid else section.listing.article
    doubtful = next((one for one in own if one.near), None)
    if doubtful is not None:
        message = f"台账中有名称相近的“{doubtful.near}”，请核实是否同一单位，是否已有称号。"
        return _finding("history.title", article, message, Reason.WEAK_MATCH)
    held = next((one for one in own if one.holds), None)
    if case.procedure.id == "review":
        message = "台账中没有该单位的有效称号，请核实复核对象。"
        reason = None if held else Reason.NOT_FOUND
        return _finding("history.title", article, f"{_called(held)}在有效期内。" if held else message, reason)
    if held is None:
        return _finding("history.title", article, "台账中没有该单位未期满的称号。")
    return _applied_again(case, held)


def _applied_again(case: Case, held: PastTitle) -> Finding:
    if held.ends is None:
        # No term, no year in which one may apply again: whether it may be given twice, the text does not say.
        message = f"{_called(held)}没有期限，请核实是否重复申报。"
        return _finding("history.title", held.valid_article, message, Reason.CONFLICT)
    if held.ends.year == case.as_of.year:
        message = f"{_called(held)}于 {held.ends} 届满，本年可再次申报。"
        return _finding("history.title", held.valid_article, message)
    message = (
        f"{_called(held)}有效期至 {held.ends}，不在 {case.as_of.year} 年届满；"
        "办法规定在有效期满当年可再次申报，请核实。"
    )
    return _finding("history.title", held.valid_article, message, Reason.CONFLICT)


def _called(held: PastTitle) -> str:
    return f"该单位已有的称号（{held.number or '文号未载'}）"


def _bar(case: Case, own: Sequence[PastTitle]) -> Finding:
    for one in own:
        if one.barred_until is not None and case.as_of <= one.barred_until:
            message = f"该单位于 {one.lost_on} 因“{one.lost_asks}”失去称号，{one.barred_until} 及以前不得申报，请核实。"
            return _finding("history.bar", one.lost_article, message, Reason.CONFLICT)
    for one in own:
        if one.lost_on is not None:
            over = f"不得申报的期限已于 {one.barred_until} 届满" if one.barred_until else ""
            bar = over or "办法没有规定不得申报的年限"
            return _finding("history.bar", one.lost_article, f"该单位于 {one.lost_on} 失去称号，{bar}。")
    return _finding("history.bar", "", "台账中没有该单位失去称号的记录。")


def _figures(case: Case, own: Sequence[PastTitle]) -> Finding:
    """What was declared for a year last time, and what is declared for it now."""
    places: list[Locator] = []
    compared, differing = 0, []
    for year, key, then, now, place in _pairs(case, own):
        compared += 1
        if abs(then - now) > (0 if key in _COUNTED else _TOLERANCE * max(abs(then), abs(now))):
            title = next(column.title for column in LISTS["operations"].columns if column.key == key)
            differing.append(f"{year} 年{title}上次 {wording.number(then)}，本次 {wording.number(now)}")
            places.append(place)
    if differing:
        message = f"与认定时申报的数据不一致：{wording.named(differing)}。请核实。"
        return _finding("history.figures", "", message, Reason.CONFLICT, tuple(dict.fromkeys(places)))
    if compared:
        return _finding("history.figures", "", f"与认定时申报的 {compared} 个数据一致。")
    message = "台账中没有可与本次对照的同年度数据。"
    return Finding("history.figures", Status.NOT_APPLICABLE, "", message, disposition=Disposition.VERIFY)


def _pairs(case: Case, own: Sequence[PastTitle]) -> Iterator[tuple[str, str, Decimal, Decimal, Locator]]:
    frame = case.contents.tables.get("operations")
    rows = [] if frame is None else rows_of(frame)
    for one in (one for one in own if not one.near):
        for row in rows:
            year = str(row.values.get("year") or "")
            for key, then in one.figures.get(year, {}).items():
                now = row.values.get(key)
                if isinstance(now, (int, float, Decimal)) and not isinstance(now, bool):
                    yield year, key, then, Decimal(str(now)), row.evidence


def _recheck(case: Case, past: Sequence[PastTitle]) -> Finding:
    """A re-check that is overdue, under whichever regulation the title is held."""
    for one in past:
        if one.holds and not one.near and one.recheck_due is not None and one.recheck_due < case.as_of:
            if case.procedure.id == "review" and one.rulebook == case.rulebook.id:
                continue
            message = f"该单位按《{one.rulebook_title}》应于 {one.recheck_due} 前后复核，台账中没有复核记录，请核实。"
            return _finding("history.recheck", one.recheck_article, message, Reason.NOT_FOUND)
    return _finding("history.recheck", "", "台账中没有逾期未办的复核。")


def _finding(
    rule: str, article: str, message: str, reason: Reason | None = None, evidence: tuple[Locator, ...] = ()
) -> Finding:
    status = Status.PASS if reason is None else Status.REVIEW
    return Finding(rule, status, article, message, evidence=evidence, disposition=Disposition.VERIFY, reason=reason)
