"""How does a platform stand on a day? From its events, the regulation and the calendar of working days; no clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.standing.ledger.events import Event
from pipeline.standing.ledger.platforms import HeldTitle, Holder, Loss
from schemas.days.periods import years_on
from schemas.days.working_days import WorkCalendar, YearNotLoaded
from schemas.regulation.standing import Publicity

STATES = {
    "in_publicity": "公示中",
    "after_publicity": "公示期满待认定",
    "not_yet": "尚未起算",
    "valid": "有效",
    "last_year": "本年期满可再申报",
    "expired": "已期满",
    "recheck_due": "复核应办",
    "rectifying": "整改中",
    "lost": "已失去称号",
    "unknown": "认定日期不明",
}
HOLDS = ("valid", "last_year", "recheck_due", "rectifying")
"""The states in which the title is held."""


@dataclass(frozen=True, slots=True)
class State:
    """One word of ``STATES``, since or until when, the article, and what must be known beside it."""

    id: str
    since: date | None = None
    until: date | None = None
    article: str = ""
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The state in Chinese, with its day where it has one."""
        said = STATES[self.id]
        if self.id == "recheck_due" and self.since:
            return f"{said}（{self.since} 起）"
        if self.id == "lost":
            return f"{said}（{self.until} 及以前不得申报）" if self.until else said
        return f"{said}（至 {self.until}）" if self.id == "in_publicity" and self.until else said


def state(holder: Holder, calendar: WorkCalendar, as_of: date) -> State:
    """The state on that day."""
    loss = holder.loss_on(as_of)
    title = holder.title_on(as_of)
    published = _published(holder, calendar, as_of, after=title.start if title else None)
    if loss is not None:
        return published or _lost(loss)
    if title is None:
        return published or _untitled(holder, as_of)
    if title.ends is not None and as_of > title.ends:
        return published or State("expired", title.ends, article=_valid_article(holder), notes=_again(title, as_of))
    return _held(holder, title, as_of, () if published is None else (published.title,))


def _untitled(holder: Holder, as_of: date) -> State:
    coming = [title.start for title in holder.titles if title.start > as_of]
    return State("not_yet", min(coming)) if coming else State("unknown")


def _lost(loss: Loss) -> State:
    article = loss.ground.article if loss.ground else ""
    notes = () if loss.ground is None else (f"{loss.ground.asks}",)
    return State("lost", loss.day, loss.barred_until, article, notes)


def _held(holder: Holder, title: HeldTitle, as_of: date, notes: tuple[str, ...]) -> State:
    notes = (*notes, *_assumed(title))
    open_ = rectifying(holder, as_of)
    if open_ is not None:
        return State("rectifying", open_.day, title.ends, notes=notes)
    due = recheck_due(holder, as_of)
    if due is not None and as_of >= due:
        return State("recheck_due", due, article=_recheck_article(holder), notes=notes)
    if due is not None and due.year == as_of.year:
        notes = (*notes, f"本年应复核（{due} 满期）")
    if title.ends is not None and title.ends.year == as_of.year:
        return State("last_year", title.start, title.ends, _valid_article(holder), notes)
    return State("valid", title.start, title.ends, _valid_article(holder), notes)


def _assumed(title: HeldTitle) -> Iterator[str]:
    if title.assumed and title.ends is not None and title.event.date("until") is None:
        yield f"起算日按文件日期 {title.start} 推定，请确认"


def _again(title: HeldTitle, as_of: date) -> tuple[str, ...]:
    in_its_year = title.ends is not None and title.ends.year == as_of.year
    return ("期满当年，可再次申报",) if in_its_year else ()


def rectifying(holder: Holder, as_of: date) -> Event | None:
    """The check or re-check that asked for 整改 and that no later one of its kind has closed."""
    for kind in ("recheck", "inspection"):
        made = [event for event in holder.of(kind) if event.day and event.day <= as_of]
        if made and made[-1].text("result") == "整改":
            return made[-1]
    return None


def recheck_due(holder: Holder, as_of: date) -> date | None:
    """The day on which the years since the title, or the last re-check, are full; None where none is asked."""
    rule = holder.rulebook.standing.recheck if holder.rulebook.standing else None
    title = holder.title_on(as_of)
    if rule is None or title is None:
        return None
    days = [
        event.day
        for event in holder.of("recheck")
        if event.day and title.start <= event.day <= as_of and event.text("result") != "撤销"
    ]
    return years_on(max([title.start, *days]), rule.years)


def _published(holder: Holder, calendar: WorkCalendar, as_of: date, after: date | None) -> State | None:
    """The publicity of a title that is not given yet; None where there is none under way."""
    lists = [event for event in holder.of("publicity") if event.date("first_day")]
    lists = [event for event in lists if (after is None or (event.day or as_of) > after)]
    if not lists:
        return None
    last = lists[-1]
    until, why = publicity_ends(last, holder, calendar)
    section = holder.rulebook.standing
    rule = section.publicity if section else None
    notes = tuple(filter(None, (why, _sites_lacking(last, rule))))
    known = "in_publicity" if until is None or as_of <= until else "after_publicity"
    return State(known, last.day, until, rule.article if rule else "", notes)


def _sites_lacking(event: Event, rule: Publicity | None) -> str:
    """The sites that the text names and the event does not; nothing where no site was written down."""
    said = "".join(event.facts.get("sites", ()))
    lacking = [site for site in rule.sites if site not in said and site != "有关媒体"] if rule and said else []
    return f"{rule.article}要求公示的网站中未记录{'、'.join(lacking)}" if rule and lacking else ""


def publicity_ends(event: Event, holder: Holder, calendar: WorkCalendar) -> tuple[date | None, str]:
    """The last working day of a publicity, or why it cannot be told."""
    first = event.date("first_day")
    given = event.facts.get("working_days")
    rule = holder.rulebook.standing.publicity if holder.rulebook.standing else None
    days = given if isinstance(given, int) else rule.working_days if rule else None
    if first is None or days is None:
        return None, "办法没有写公示几个工作日，请按通知填写"
    try:
        return calendar.nth_after(first, days), ""
    except YearNotLoaded as error:
        return None, str(error)


def _valid_article(holder: Holder) -> str:
    section = holder.rulebook.standing
    return section.valid.article if section and section.valid else ""


def _recheck_article(holder: Holder) -> str:
    section = holder.rulebook.standing
    return section.recheck.article if section and section.recheck else ""
