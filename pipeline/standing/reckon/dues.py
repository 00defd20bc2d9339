"""What must happen by when, by whom, under which article? Reports, checks, re-checks, ends of terms and publicities.

A title that is held on the last day of a period and was held the day before owes that period's report. A due day
counts as still in time (“25日前” holds the 25th); where it is not worked, the next working day stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.standing.ledger.events import Event
from pipeline.standing.ledger.platforms import Holder, day_before
from pipeline.standing.reckon.states import publicity_ends, recheck_due
from schemas.days.periods import MONTHS, ReportPeriod, last_of_month, months_on, periods
from schemas.days.working_days import WorkCalendar, YearNotLoaded
from schemas.regulation.standing import DueDay, InspectionRule, ReportRule, Who
from schemas.rulebook import Rulebook

NO_COUNTY = "（未载明推荐单位）"
_TERM_OF: Mapping[str, Who] = {"expiry": "platform", "recheck": "bureau", "publicity": "bureau"}
"""Kind of term → who must act when it comes."""
_ROOM = timedelta(days=400)
"""Periods are looked at from so long before the window: a report is due within the year after its period."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to be done. ``day`` is None where the text names none, or where it cannot be told (``note``)."""

    kind: str
    by: Who
    subject: str
    county: str
    rulebook: str
    article: str
    what: str
    day: date | None
    period: str = ""
    done: date | None = None
    next_working: date | None = None
    note: str = ""
    ended: date | None = None
    """The last day of its period."""
    kept_by: Who = "bureau"

    def overdue(self, as_of: date) -> int:
        """Days past its day, or the working day after it, by which it is open or came late; 0 in time."""
        last = self.next_working or self.day
        return 0 if last is None else max(0, ((self.done or as_of) - last).days)

    @property
    def order(self) -> tuple[date, str, str, str]:
        """By day; what has no day comes where its period ended."""
        return (self.day or self.ended or date.max, self.kind, self.county, self.subject)


@dataclass(frozen=True, slots=True)
class Window:
    """Which days are asked about."""

    since: date
    until: date

    def holds(self, due: Due) -> bool:
        """Whether the due day, or where there is none the end of its period, lies in it."""
        day = due.day or due.ended
        return day is None or self.since <= day <= self.until


def dues(
    holders: Sequence[Holder], events: Sequence[Event], calendar: WorkCalendar, window: Window, as_of: date
) -> list[Due]:
    """Everything whose day lies in the window, done or not, by day."""
    by_book: dict[str, list[Holder]] = {}
    for holder in holders:
        by_book.setdefault(holder.rulebook.id, []).append(holder)
    found: list[Due] = []
    for own in by_book.values():
        book = own[0].rulebook
        if book.standing is not None:
            found += _reports(own, events, book, window)
            found += _inspections(own, book, window)
            found += [due for holder in own for due in _terms(holder, calendar, as_of)]
    return sorted((_beside(due, calendar) for due in found if window.holds(due)), key=lambda due: due.order)


def due_day(rule: DueDay, period: ReportPeriod) -> date:
    """The day by which the report of the period is due."""
    month = months_on(period.last.replace(day=1), rule.months_after)
    last = last_of_month(month.year, month.month)
    return last if rule.day is None else last.replace(day=min(rule.day, last.day))


def _beside(due: Due, calendar: WorkCalendar) -> Due:
    """The due with the next working day beside it where its own is not worked."""
    if due.day is None or due.kind not in ("report", "recheck"):
        return due
    try:
        following = calendar.next_working(due.day)
    except YearNotLoaded as error:
        return replace(due, note="；".join(filter(None, (due.note, f"{error}，是否工作日未核对"))))
    return due if following == due.day else replace(due, next_working=following)


def _holds_through(holder: Holder, period: ReportPeriod) -> bool:
    return holder.in_force(period.last) and holder.in_force(day_before(period.last))


def _periods(holders: Sequence[Holder], rule: ReportRule | InspectionRule, window: Window) -> Iterator[ReportPeriod]:
    span = rule.period if isinstance(rule, ReportRule) else rule.per
    starts = [title.start for holder in holders for title in holder.titles]
    if span is None or not starts:
        return
    for period in periods(max(min(starts), window.since - _ROOM), window.until, span):
        if not isinstance(rule, ReportRule) or rule.only in (None, period.number):
            yield period


def _reports(holders: Sequence[Holder], events: Sequence[Event], book: Rulebook, window: Window) -> Iterator[Due]:
    for rule in book.standing.reports if book.standing else ():
        for period in _periods(holders, rule, window):
            held = [holder for holder in holders if _holds_through(holder, period)]
            for subject, county, sent in _owing(rule, held, events):
                days = [event.day for event in sent if event.day and event.text("period") == period.id]
                yield _report(rule, book, period, (subject, county), min(days, default=None))


def _owing(
    rule: ReportRule, held: Sequence[Holder], events: Sequence[Event]
) -> Iterator[tuple[str, str, Sequence[Event]]]:
    """Who owes the report: name, county, and the reports that came from there."""
    if rule.by == "platform":
        for holder in held:
            yield holder.name, holder.county, list(holder.of("report"))
        return
    sent = [event for event in events if event.kind == "report" and not event.subjects]
    for county in dict.fromkeys(holder.county for holder in held):
        yield county or NO_COUNTY, county, [event for event in sent if event.text("county") == county]


def _report(rule: ReportRule, book: Rulebook, period: ReportPeriod, who: tuple[str, str], done: date | None) -> Due:
    what = rule.what
    if rule.in_last and period.number * MONTHS[period.span] == 12:
        what = f"{what}，一并报送{rule.in_last}"
    return Due(
        kind="report",
        by=rule.by,
        subject=who[0],
        county=who[1],
        rulebook=book.id,
        article=rule.article,
        what=f"向{rule.to}报送{what}" if rule.to else f"报送{what}",
        day=None if rule.due is None else due_day(rule.due, period),
        period=period.id,
        done=done,
        note="办法没有写报送期限" if rule.due is None else "",
        ended=period.last,
        kept_by=rule.kept_by,
    )


def _inspections(holders: Sequence[Holder], book: Rulebook, window: Window) -> Iterator[Due]:
    """The checks that the regulation asks for: of every platform, or so many among all of them."""
    for rule in book.standing.inspections if book.standing else ():
        for period in _periods(holders, rule, window):
            held = [holder for holder in holders if _holds_through(holder, period)]
            if rule.each:
                for holder in held:
                    due = _inspection(rule, book, period, [holder])
                    yield replace(due, subject=holder.name, county=holder.county)
            elif held:
                yield _inspection(rule, book, period, holders)


def _inspection(rule: InspectionRule, book: Rulebook, period: ReportPeriod, of: Iterable[Holder]) -> Due:
    """The checks of a period among these platforms, as the issuer's; done where so many were made as are asked."""
    made = sorted(
        event.day
        for holder in of
        for event in holder.of("inspection")
        if event.day and period.first <= event.day <= period.last and event.text("inspector") == rule.by
    )
    needed = rule.at_least or 1
    return Due(
        kind="inspection",
        by=rule.by,
        subject=book.issuer,
        county="",
        rulebook=book.id,
        article=rule.article,
        what=f"{rule.what}（{period.title}至少 {needed} 次，已有 {len(made)} 次）",
        day=period.last,
        period=period.id,
        done=made[needed - 1] if len(made) >= needed else None,
        ended=period.last,
    )


def _terms(holder: Holder, calendar: WorkCalendar, as_of: date) -> Iterator[Due]:
    """The end of the title, the re-check, the end of the publicity."""
    if holder.title_on(as_of) is not None and holder.in_force(as_of):
        yield from _expiry(holder, as_of)
        yield from _recheck(holder, as_of)
    yield from _publicities(holder, calendar, as_of)


def _expiry(holder: Holder, as_of: date) -> Iterator[Due]:
    title = holder.title_on(as_of)
    valid = holder.rulebook.standing.valid if holder.rulebook.standing else None
    if title is not None and title.ends is not None and valid is not None:
        again = "；当年可再次申报" if valid.again_in_last_year else ""
        yield _of(holder, "expiry", valid.article, f"有效期届满{again}", title.ends)


def _recheck(holder: Holder, as_of: date) -> Iterator[Due]:
    due = recheck_due(holder, as_of)
    rule = holder.rulebook.standing.recheck if holder.rulebook.standing else None
    if due is not None and rule is not None:
        with_round = "，随年度申报同时进行" if rule.with_round else ""
        yield _of(holder, "recheck", rule.article, f"复核（每 {rule.years} 年一次{with_round}）", due)


def _publicities(holder: Holder, calendar: WorkCalendar, as_of: date) -> Iterator[Due]:
    rule = holder.rulebook.standing.publicity if holder.rulebook.standing else None
    for event in holder.of("publicity") if rule is not None else ():
        first = event.date("first_day")
        if first is not None and rule is not None:
            until, why = publicity_ends(event, holder, calendar)
            over = until if until and until < as_of else None
            ends = _of(holder, "publicity", rule.article, "公示截止", until)
            yield replace(ends, note=why, ended=first, done=over)


def _of(holder: Holder, kind: str, article: str, what: str, day: date | None) -> Due:
    return Due(kind, _TERM_OF[kind], holder.name, holder.county, holder.rulebook.id, article, what, day)
