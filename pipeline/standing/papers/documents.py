"""Which papers does the ledger call for on a day, and what stands in them?

Nothing that people must decide is decided here: a paper on the loss of a title is drafted where a person proposes it
under a ground, or has entered the decision, never from a hint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from pipeline.standing.ledger.events import Event
from pipeline.standing.ledger.platforms import HeldTitle, Holder
from pipeline.standing.overview import LOOK_BACK, Overview
from pipeline.standing.papers.loss_papers import check_proposed, proposals, revoked
from pipeline.standing.papers.paper import BLANK_DAY, StandingPaper, numbered, row
from pipeline.standing.papers.wording import (
    chinese_day,
    event_in_words,
    numeral_of,
    object_of,
    period_in_words,
    report_state,
)
from pipeline.standing.reckon.dues import NO_COUNTY, Due, Window
from pipeline.standing.reckon.states import HOLDS, publicity_ends, recheck_due, state
from schemas.names import enterprise_key
from schemas.rulebook import Rulebook

SOON = timedelta(days=30)
"""A report that is due so soon stands among those to be asked for."""
_COUNTED = ("inspection", "report")


def papers(seen: Overview, proposed: Mapping[str, str]) -> list[StandingPaper]:
    """Every paper of the day. ``proposed``: code or name of a platform → the ground that a person proposes."""
    books = {holder.rulebook.id: holder.rulebook for holder in seen.holders}
    check_proposed(seen, proposed)
    mark = "-{}" if len(books) > 1 else ""
    return [
        StandingPaper(
            paper.template, f"{paper.file}{mark.format(book.id)}.docx", {**_common(seen, book), **paper.fields}
        )
        for book in books.values()
        for paper in _papers(seen, book, [one for one in seen.holders if one.rulebook.id == book.id], proposed)
    ]


def _papers(
    seen: Overview, book: Rulebook, own: Sequence[Holder], proposed: Mapping[str, str]
) -> Iterator[StandingPaper]:
    yield from _publicities(seen, own)
    yield from _recognised(seen, own)
    yield from _rechecks(seen, book, own)
    yield from _reports(seen, book)
    yield from _inspections(seen, own)
    yield from _expiries(seen, book, own)
    yield from _valid(seen, own)
    yield from revoked(seen, own)
    yield from proposals(seen, book, own, proposed)


def _common(seen: Overview, book: Rulebook) -> dict[str, object]:
    section = book.standing
    return {
        "rulebook": book.title,
        "object": book.programme or object_of(book.title),
        "issuer": book.issuer,
        "recommender": f"各{section.recommender.removeprefix('各')}" if section else "",
        "as_of": chinese_day(seen.as_of),
        "year": seen.as_of.year,
    }


def _publicities(seen: Overview, own: Sequence[Holder]) -> Iterator[StandingPaper]:
    """One for every list under way: its platforms have no title given since."""
    lists: dict[int, list[Holder]] = {}
    for holder in own:
        if state(holder, seen.calendar, seen.as_of).id in ("in_publicity", "after_publicity"):
            last = [event for event in holder.of("publicity") if event.date("first_day")][-1]
            lists.setdefault(last.no, []).append(holder)
    for number, holders in lists.items():
        event = next(one for one in seen.ledger.events if one.no == number)
        until, _ = publicity_ends(event, holders[0], seen.calendar)
        section = holders[0].rulebook.standing
        rule = section.publicity if section else None
        days = event.facts.get("working_days") or (rule.working_days if rule else None)
        fields = {
            "article": rule.article if rule else "【条款】",
            "first": chinese_day(event.day),
            "last": chinese_day(until) if until else BLANK_DAY,
            "days": f"（{days}个工作日）" if days else "（【  】个工作日）",
            "rows": numbered({**row(holder), **_told(event, holder)} for holder in holders),
        }
        yield StandingPaper("publicity.docx", _counted("拟认定名单（公示）", number, len(lists)), fields)


def _recognised(seen: Overview, own: Sequence[Holder]) -> Iterator[StandingPaper]:
    """One for every document of the year by which titles were given."""
    given: dict[tuple[str, date], list[tuple[Holder, HeldTitle]]] = {}
    for holder in own:
        for title in holder.titles:
            if title.event.kind == "recognised" and title.day and title.day.year == seen.as_of.year:
                given.setdefault((title.number, title.day), []).append((holder, title))
    for at, ((number, day), pairs) in enumerate(given.items(), 1):
        rows = [{**row(holder), "kind": title.kind, "term": _term(title.start, title.ends)} for holder, title in pairs]
        fields = {
            "number": number or "【文号】",
            "day": chinese_day(day),
            "assumed": any(title.assumed and title.ends for _, title in pairs),
            "rows": numbered(rows),
        }
        yield StandingPaper("recognised.docx", _counted("认定名单", at, len(given)), fields)


def _rechecks(seen: Overview, book: Rulebook, own: Sequence[Holder]) -> Iterator[StandingPaper]:
    section = book.standing
    rows = list(_rows_to_recheck(seen, own))
    if section is None or section.recheck is None or not rows:
        return
    rule, procedure = section.recheck, book.procedures.get(section.recheck.procedure)
    acts = [f"，不合格的予以{one.act}" for one in section.lost if one.hint and one.hint.recheck]
    fields = {
        "article": rule.article,
        "years": numeral_of(rule.years),
        "with_round": "，复核与年度申报同时进行" if rule.with_round else "",
        "materials": [one.title for one in procedure.materials] if procedure else ["【报送材料】"],
        "outcome": f"经复核，对合格的平台予以确认{''.join(acts[:1])}（{rule.article}）。",
        "rows": numbered(rows),
    }
    yield StandingPaper("recheck.docx", f"{seen.as_of.year}年复核通知", fields)


def _rows_to_recheck(seen: Overview, own: Sequence[Holder]) -> Iterator[dict[str, object]]:
    """Those whose years are full by the end of the year, or have been longer."""
    for holder in own:
        due, title = recheck_due(holder, seen.as_of), holder.title_on(seen.as_of)
        if due is not None and title is not None and due.year <= seen.as_of.year and holder.in_force(seen.as_of):
            yield {**row(holder), "number": title.number, "start": str(title.start), "due": str(due)}


def _reports(seen: Overview, book: Rulebook) -> Iterator[StandingPaper]:
    """One a county: what its platforms and itself have not sent."""
    by_county: dict[str, list[Due]] = {}
    called = book.standing.recommender if book.standing else ""
    for due in wanted(seen, book):
        by_county.setdefault(due.county or NO_COUNTY, []).append(due)
    for county, dues in sorted(by_county.items()):
        addressee = f"{county}（{called}）" if county != NO_COUNTY else "【推荐单位】"
        fields = {"addressee": addressee, "rows": numbered(_of_due(due, seen) for due in dues)}
        yield StandingPaper("reports.docx", f"催报-{county.strip('（）')}", fields)


def wanted(seen: Overview, book: Rulebook) -> list[Due]:
    """The reports to the bureau that are overdue or due soon, by day."""
    window = Window(seen.as_of - LOOK_BACK, seen.as_of + SOON)
    dues = [due for due in seen.dues(window) if due.kind == "report" and due.rulebook == book.id]
    dues = [due for due in dues if due.kept_by == "bureau"]
    return [due for due in dues if due.done is None and (due.day or due.ended or seen.as_of) <= window.until]


def _of_due(due: Due, seen: Overview) -> dict[str, object]:
    return {
        "subject": f"{due.subject}（推荐单位）" if due.by == "recommender" else due.subject,
        "what": f"{period_in_words(due.period)}：{due.what}",
        "due": chinese_day(due.day) or "办法未定",
        "how": report_state(due, seen.as_of),
        "article": due.article,
    }


def _inspections(seen: Overview, own: Sequence[Holder]) -> Iterator[StandingPaper]:
    first = date(seen.as_of.year, 1, 1)
    rows = []
    for holder in own:
        checks, sent = ([one for one in holder.of(kind) if (one.day or first) >= first] for kind in _COUNTED)
        if holder.in_force(seen.as_of) or checks or sent:
            told = {
                "inspections": "；".join(event_in_words(one) for one in checks),
                "reports": "；".join(f"{one.text('period')}（{one.day}收到）" for one in sent),
            }
            rows.append({**row(holder), **told, "note": ""})
    if rows:
        yield StandingPaper("inspections.docx", f"{seen.as_of.year}年检查情况汇总表", {"rows": numbered(rows)})


def _expiries(seen: Overview, book: Rulebook, own: Sequence[Holder]) -> Iterator[StandingPaper]:
    rule = book.standing.valid if book.standing else None
    rows = []
    for holder in own:
        title = holder.title_on(seen.as_of)
        if title and title.ends and title.ends.year == seen.as_of.year and not holder.loss_on(seen.as_of):
            rows.append({**row(holder), "number": title.number, "ends": chinese_day(title.ends)})
    if rows and rule is not None:
        again = "，在有效期满当年可再次申报" if rule.again_in_last_year else ""
        fields = {"article": rule.article, "years": numeral_of(rule.years), "again": again, "rows": numbered(rows)}
        yield StandingPaper("expiry.docx", f"{seen.as_of.year}年期满提醒名单", fields)


def _valid(seen: Overview, own: Sequence[Holder]) -> Iterator[StandingPaper]:
    rows = []
    for holder in own:
        title = holder.title_on(seen.as_of)
        if title is not None and state(holder, seen.calendar, seen.as_of).id in HOLDS:
            ends = chinese_day(title.ends) if title.ends else "—"
            rows.append({**row(holder), "kind": title.kind, "number": title.number, "ends": ends})
    if rows:
        yield StandingPaper("valid.docx", "有效平台名单", {"rows": numbered(rows)})


def _told(event: Event, holder: Holder) -> dict[str, object]:
    """What the list itself says of the platform: its kind and functions."""
    for one in event.facts.get("platforms", ()):
        if enterprise_key(str(one.get("name", ""))) == enterprise_key(holder.name):
            return {key: one[key] for key in ("kind", "functions") if one.get(key)}
    return {}


def _term(start: date, ends: date | None) -> str:
    return f"{chinese_day(start)}至{chinese_day(ends)}" if ends else f"自{chinese_day(start)}起"


def _counted(name: str, number: int, of: int) -> str:
    return name if of == 1 else f"{name}-{number}"
