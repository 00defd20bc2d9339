"""How is what a clerk decides written down: is there such a finding, value or file, and what does it rest on?"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.vocabulary.papers import vocabulary
from pipeline import file_names
from pipeline.decisions import file as decisions_file
from pipeline.decisions.change import changed, changed_together
from pipeline.decisions.file import Decided
from pipeline.decisions.log import DECIDED, Change
from pipeline.hash_chain import Signature
from pipeline.on_use import on_use
from pipeline.results.audience import Audience
from pipeline.results.written import data_at
from schemas import decisions
from schemas.application import BLANKS
from schemas.clerk_input import NO_PAPER, NOT_READ, Correction, Naming, figure_of, fingerprint_of_place, in_words
from schemas.decisions import OF_OUTCOME, OUTCOME, Choice, Decision
from schemas.errors import UsageError
from schemas.locator import Locator
from schemas.measures import MEASURES, SOURCES
from schemas.tables import LISTS

if TYPE_CHECKING:
    from extractors.clerk import value_overrides
else:
    value_overrides = on_use("extractors.clerk.value_overrides")


@dataclass(frozen=True, slots=True)
class Who:
    """Who decides, when and why."""

    name: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One clerk at the results of one dossier. ``expected``: what was decided when the clerk looked, where noted."""

    out: Path
    dossier: str
    who: Who
    screening: dict[str, Any]
    expected: str | None = None

    def write(self, what: str, entry: Decided, before: Callable[[Decided], Decided] | None = None) -> None:
        """Put this into decisions.yaml, in place of what stood there about it, and into the log."""

        def made(now: Decided) -> Change:
            stood = before(now) if before else now.about(self.dossier, what)
            return Change(DECIDED, self.dossier, what, stood, entry)

        changed(self.out, made, signed(self.who.name), self.expected)

    def sha256(self, path: str) -> str | None:
        """The file's SHA-256, None where the dossier has no such file."""
        return next((str(file["sha256"]) for file in self.screening["files"] if file["path"] == path), None)

    def fingerprint(self, place: Locator, words: str) -> str:
        """What a correction of this place rests on."""
        return fingerprint_of_place(self.sha256(place.file) or "", place, words)


def opened(out: Path, dossier: str, who: Who, expected: str | None = None) -> Desk:
    """The dossier's results; UsageError where there are none, or nobody takes responsibility."""
    if not who.name.strip() or not who.reason.strip():
        raise UsageError("核定须写明姓名（--name）和理由（--reason）。")
    if who.day > datetime.now().astimezone().date():
        raise UsageError(f"核定日期 {who.day.isoformat()} 晚于今天。请写实际核定的日期（--date）。")
    clerk = Who(who.name.strip(), who.day, who.reason.strip())
    return Desk(out, dossier, clerk, _screening(out, dossier), expected)


def signed(name: str) -> Signature:
    """By whom, and now."""
    return Signature(name, datetime.now().astimezone().isoformat(timespec="seconds"))


def decide(desk: Desk, rule: str, choice: Choice) -> Decision:
    """Write the decision beside the results, in place of an earlier one about the same finding.

    To overrule a pass says that something is wrong: what, is a finding of the clerk's own. Of the outcome it is
    decided whether the applicant is to be recommended, and nothing else is decided so.
    """
    if (rule == OUTCOME) != (choice in OF_OUTCOME):
        raise UsageError(
            "recommend（拟推荐）、decline（不推荐）只用于整个卷宗，对象写 outcome，例如："
            f"dossier decide {desk.out} {desk.dossier} outcome recommend。"
        )
    if rule == OUTCOME:
        return _outcome(desk, choice)
    decision = _decision(desk, rule, choice)
    desk.write(rule, Decided((decision,)))
    return decision


def decide_together(desk: Desk, rules: Sequence[str], choice: Choice) -> list[Decision]:
    """The same decision about several findings of the dossier as one act: all of them are written, or none is."""
    made = [_decision(desk, rule, choice) for rule in dict.fromkeys(rules)]

    def changes(now: Decided) -> list[Change]:
        return [
            Change(DECIDED, desk.dossier, one.rule, now.about(desk.dossier, one.rule), Decided((one,))) for one in made
        ]

    changed_together(desk.out, changes, signed(desk.who.name), desk.expected)
    return made


def _decision(desk: Desk, rule: str, choice: Choice) -> Decision:
    finding, who = _finding(desk, rule), desk.who
    if choice is Choice.OVERRULE and finding["status"] == "pass" and not _has_own(desk):
        raise UsageError(
            f"{rule} 的提示是“符合”；改判须先写明发现了什么问题："
            f"dossier decide {desk.out} {desk.dossier} own add --text 问题 --name 姓名，再改判。"
        )
    actual = finding["actual"] or finding["message"]
    seen = decisions.fingerprint_of_record(finding["status"], finding["expected"], actual, finding["evidence"])
    return Decision(desk.dossier, rule, choice, who.name, who.day, who.reason, seen)


def _outcome(desk: Desk, choice: Choice) -> Decision:
    """The mark 拟推荐 or 不推荐; it rests on the whole dossier, and only another mark takes its place."""
    if desk.screening["rulebook"]["procedure"] != "application":
        raise UsageError("复核不是申报，没有拟推荐、不推荐之分。")
    decision = Decision(desk.dossier, OUTCOME, choice, desk.who.name, desk.who.day, desk.who.reason)
    desk.write(OUTCOME, Decided((decision,)))
    return decision


def confirm(desk: Desk, rule: str) -> Decision:
    """Another person has looked at a waiver, and stands by it."""
    standing = decisions_file.load(desk.out).about(desk.dossier, rule).decisions
    if not standing:
        raise UsageError(f"卷宗“{desk.dossier}”没有关于 {rule} 的核定，无从复核。")
    if standing[-1].name == desk.who.name:
        raise UsageError("复核须由核定人以外的人进行。")
    decision = replace(standing[-1], second=desk.who.name)
    desk.write(rule, Decided((decision,)))
    return decision


def correct(desk: Desk, what: str, value: str, stands: Locator | None = None) -> Correction:
    """Write a corrected value beside the results. ``stands`` is where a figure stands that was not read at all."""
    seen, who = _fingerprint(desk, what, stands), desk.who
    try:
        value_overrides.parsed(what, value)
    except value_overrides.UnfitError as error:
        raise UsageError(f"“{value}”不能作为 {what} 的值：{error}。") from error
    correction = Correction(what, value, who.name, who.day, who.reason, seen)
    if stands is not None:
        correction = replace(correction, file=stands.file, page=stands.page)
    desk.write(what, Decided(corrections=((desk.dossier, correction),)))
    return correction


def name_paper(desk: Desk, file: str, pages: tuple[int, int] | None, kind: str) -> Naming:
    """Write beside the results what these pages of the file are. ``kind`` is an id, a title, or ``none``."""
    sha256, who = desk.sha256(file), desk.who
    if sha256 is None:
        known = "、".join(
            known_file["path"] for known_file in desk.screening["files"] if known_file["status"] != "skipped"
        )
        raise UsageError(f"卷宗“{desk.dossier}”没有文件“{file}”。现有：{known}。")
    count = next(int(known_file["pages"]) for known_file in desk.screening["files"] if known_file["path"] == file)
    if pages is not None and count and pages[1] > count:
        raise UsageError(f"“{file}”只有 {count} 页。")
    naming = Naming(file, _kind(kind), who.name, who.day, who.reason, pages, fingerprint_of_place(sha256, None, ""))

    def same_pages(now: Decided) -> Decided:
        named = now.about(desk.dossier, file).namings
        return Decided(namings=tuple(one for one in named if one[1].pages == pages))

    desk.write(file, Decided(namings=((desk.dossier, naming),)), same_pages)
    return naming


def _fingerprint(desk: Desk, what: str, stands: Locator | None) -> str:
    """The fingerprint of the place as it was read; UsageError where there is no such place."""
    kind, _, rest = what.partition(".")
    if kind == "application" and rest in BLANKS:
        entry = desk.screening["application"].get(rest)
        if entry is None:
            return NOT_READ
        return _before(desk, what) or desk.fingerprint(_place(entry["evidence"]), entry["text"])
    if kind == "tables":
        return _before(desk, what) or _of_cell(desk, what)
    measure, source = figure_of(what)
    if kind != "figures" or measure not in MEASURES or source not in SOURCES:
        raise UsageError(
            f"没有“{what}”这样的值。可以更正的有：申报表 application.栏目（如 application.total_assets）、"
            "名单 tables.表.行.列（如 tables.staff.3.title）、数据 figures.项目.来源（如 figures.revenue.audit）。"
        )
    stated = [
        figure for figure in desk.screening["figures"] if (figure["measure"], figure["source"]) == (measure, source)
    ]
    return _before(desk, what) or _of_figures(desk, what, stated, stands)


def _has_own(desk: Desk) -> bool:
    return bool(decisions_file.load(desk.out).of(desk.dossier).own)


def _before(desk: Desk, what: str) -> str:
    """What an earlier correction that is in force rests on: what is shown in its place now is the clerk's own."""
    earlier = next(
        (correction for correction in desk.screening.get("corrections", ()) if correction["what"] == what), None
    )
    return str(earlier["rests_on"]) if earlier and earlier["standing"] == "applied" else ""


def _of_cell(desk: Desk, what: str) -> str:
    spot = value_overrides.cell_of(what)
    if spot is None:
        raise UsageError(f"没有“{what}”这样的栏目。应如 tables.staff.3.title；表有：{'、'.join(LISTS)}。")
    rows = desk.screening["tables"][spot[0]]
    if not 1 <= spot[1] <= len(rows):
        raise UsageError(f"“{LISTS[spot[0]].title}”读到 {len(rows)} 行，没有第 {spot[1]} 行。")
    row = rows[spot[1] - 1]
    return desk.fingerprint(_place(row["evidence"]), in_words(row.get(spot[2])))


def _of_figures(desk: Desk, what: str, stated: list[dict[str, Any]], stands: Locator | None) -> str:
    if stated:
        read = "、".join(dict.fromkeys(in_words(figure["value"]) for figure in stated))
        return desk.fingerprint(_place(stated[0]["evidence"][0]), read)
    if stands is None or desk.sha256(stands.file) is None:
        raise UsageError(f"没有读到 {what}。请用 --file 和 --pages 注明它在卷宗的哪个文件、哪一页。")
    return desk.fingerprint(stands, "")


def _place(record: dict[str, Any]) -> Locator:
    return Locator(record["file"], record["page"], record["sheet"], record["cell"])


def _kind(kind: str) -> str:
    kinds = vocabulary().kinds
    if kind in kinds or kind == NO_PAPER:
        return kind
    exact = [paper for paper in kinds.values() if kind in (paper.title, *paper.titles)]
    near = exact or [paper for paper in kinds.values() if kind in paper.title or paper.title in kind]
    if len(near) == 1:
        return near[0].id
    known = "；".join(f"{paper.id} {paper.title}" for paper in near or kinds.values())
    wrong = f"“{kind}”可以是几种材料" if near else f"没有“{kind}”这种材料"
    raise UsageError(f"{wrong}。请写其中一种的 id：{known}；{NO_PAPER} 不属于清单所列材料。")


def _finding(desk: Desk, rule: str) -> dict[str, Any]:
    findings = desk.screening["findings"]
    for finding in findings:
        if finding["rule"] == rule:
            return dict(finding)
    open_ = [finding["rule"] for finding in findings if finding["status"] in ("fail", "review", "error")]
    raise UsageError(f"卷宗“{desk.dossier}”没有提示 {rule}。待处理的有：{'、'.join(open_) or '无'}。")


def _screening(out: Path, dossier: str) -> dict[str, Any]:
    batch = _read(out / "batch.json", lambda path: file_names.reachable(path).read_bytes())
    if batch.get("audience", Audience.INTERNAL) != Audience.INTERNAL:
        raise UsageError(f"{out} 是隐去个人信息的结果，不能据以核定。请在内部结果（--audience internal）中核定。")
    folders = {entry["id"]: entry["folder"] for entry in batch["dossiers"]}
    if dossier not in folders:
        raise UsageError(f"{out} 的结果中没有卷宗“{dossier}”。请核对卷宗编号。")
    return _read(out / folders[dossier], data_at)


def _read(path: Path, data: Callable[[Path], bytes]) -> dict[str, Any]:
    try:
        read = json.loads(data(path))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} 无法读取。请先用 dossier screen 初审，再核定。") from error
    return dict(read)
