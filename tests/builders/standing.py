"""Events of a made-up ledger, and the platforms they come to."""

from datetime import date

from pipeline.rulebook.find import load
from pipeline.standing.ledger.events import events_of
from pipeline.standing.ledger.platforms import holders
from pipeline.standing.reckon.calendar_file import load_calendar
from pipeline.standing.reckon.dues import Window, dues
from pipeline.standing.reckon.states import state

NAME = "样例科技服务有限公司"


def event(kind, *, name=NAME, code="", county="样例区", **facts):
    """One entry of the log, without its place in the chain."""
    platform = {key: text for key, text in (("name", name), ("code", code), ("county", county)) if text}
    return {"event": kind, "platform": platform, **{key.rstrip("_"): fact for key, fact in facts.items()}}


def known(day, rulebook="zhengzhou", **facts):
    """A title from before."""
    return event("known", day=day, rulebook=rulebook, number="样工信〔2023〕1号", **facts)


def numbered(entries):
    """The entries as the log numbers them."""
    return [{"no": no, "at": "", "by": "", **entry} for no, entry in enumerate(entries, 1)]


def standing_events(*entries):
    """The events that stand."""
    return events_of(numbered(entries))[0]


def holders_of(*entries, as_of=None):
    """The platforms of these entries."""
    events = standing_events(*entries)
    books = [load(name) for name in dict.fromkeys(one.rulebook for one in events if one.rulebook)]
    return holders(events, books, as_of)


def state_on(day, *entries):
    """How the one platform stands on the day."""
    as_of = date.fromisoformat(day)
    (holder,) = holders_of(*entries, as_of=as_of)
    return state(holder, load_calendar(), as_of)


def dues_of(*entries, since, until, as_of=""):
    """Everything due between the two days."""
    window = Window(date.fromisoformat(since), date.fromisoformat(until))
    day = date.fromisoformat(as_of) if as_of else window.until
    return dues(holders_of(*entries), standing_events(*entries), load_calendar(), window, day)
