"""What stands in round.yaml, beside the inbox or where ``--round`` points (contract §12)?

In:     the file, typed by a person or written by the console.
Out:    the round; ``NO_ROUND`` where there is no such file.
Raises: RulebookError, which names file, line, key and remedy, for the first fault; UsageError where ``--round`` names
        no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pipeline import file_names
from pipeline.rulebook.find import available
from pipeline.rulebook.of_bureau import bureau_rulebooks
from schemas.days.rounds import NO_ROUND, CallForApplications, ExpertMarks, FilingWindow, Round
from schemas.errors import UsageError
from schemas.strict_yaml import Marked, read_marked

FILE = "round.yaml"
KEYS = "rulebook notice window received platform_type quota supplement_days experts"
MOST_DAYS = 250
"""Working days of a whole year: more is a slip of the pen."""


def load(inbox: Path, given: Path | None = None) -> Round:
    """The round of the dossiers in this inbox: of the file ``given``, else of the one beside the inbox."""
    if given is not None and not file_names.reachable(given).is_file():
        raise UsageError(f"--round {given} 不是文件。请给出 {FILE} 的路径。")
    path = given or inbox.resolve().parent / FILE
    return read(path) if file_names.reachable(path).is_file() else NO_ROUND


def read(path: Path) -> Round:
    """The round that this file describes; every key may be left out."""
    fields = read_marked(path).fields("", KEYS)
    return Round(
        rulebook=_rulebook(fields["rulebook"], path.parent) if "rulebook" in fields else "",
        notice=_notice(fields["notice"]) if "notice" in fields else None,
        window=_window(fields["window"]) if "window" in fields else None,
        received=_days(fields.get("received")),
        platform_type={dossier: kind.text() for dossier, kind in _pairs(fields.get("platform_type"))},
        quota={district: most.whole() for district, most in _pairs(fields.get("quota"))},
        supplement_days=_supplement_days(fields["supplement_days"]) if "supplement_days" in fields else None,
        experts=_experts(fields["experts"]) if "experts" in fields else ExpertMarks(),
    )


def _pairs(marked: Marked | None) -> tuple[tuple[str, Marked], ...]:
    return () if marked is None else marked.pairs()


def _days(marked: Marked | None) -> Mapping[str, date]:
    return {dossier: day.day() for dossier, day in _pairs(marked)}


def _rulebook(marked: Marked, folder: Path) -> str:
    """An id of ours, or a file that stands where this one does."""
    name = marked.text()
    if name in available() or name in bureau_rulebooks():
        return name
    path = folder / name
    if not path.is_file():
        raise marked.wrong(f"没有名为“{name}”的办法。可用的有：{'、'.join(available())}；也可以写规则文件的路径")
    return str(path)


def _notice(marked: Marked) -> CallForApplications:
    fields = marked.fields("title", "number date")
    return CallForApplications(
        title=fields["title"].text().removeprefix("《").removesuffix("》"),
        number=fields["number"].text() if "number" in fields else "",
        day=fields["date"].day() if "date" in fields else None,
    )


def _window(marked: Marked) -> FilingWindow:
    fields = marked.fields("", "from until")
    since, until = (fields[key].day() if key in fields else None for key in ("from", "until"))
    if since is not None and until is not None and until < since:
        raise fields["until"].wrong(f"截止日 {until} 早于起始日 {since}，请核对")
    return FilingWindow(since, until)


def _experts(marked: Marked) -> ExpertMarks:
    fields = marked.fields("", "weights trim disagreement")
    weights = {judgement: _counted(most) for judgement, most in _pairs(fields.get("weights"))}
    trim = fields["trim"].whole() if "trim" in fields else 0
    return ExpertMarks(weights, trim, _counted(fields["disagreement"]) if "disagreement" in fields else None)


def _counted(marked: Marked) -> int:
    number = marked.whole()
    if number < 1:
        raise marked.wrong("应为不小于 1 的整数")
    return number


def _supplement_days(marked: Marked) -> int:
    days = marked.whole()
    if not 1 <= days <= MOST_DAYS:
        raise marked.wrong(f"补正期限应为 1 至 {MOST_DAYS} 个工作日")
    return days
