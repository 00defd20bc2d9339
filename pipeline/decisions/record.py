"""How is what a clerk decides written down: is there such a finding, value or file, and what does it rest on?"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from extractors.clerk.value_overrides import UnfitError, cell_of, parsed
from extractors.vocabulary.papers import vocabulary
from pipeline import file_names
from pipeline.decisions import file as decisions_file
from pipeline.results import as_json
from pipeline.results.audience import Audience
from schemas import decisions
from schemas.application import BLANKS
from schemas.clerk_input import NO_PAPER, NOT_READ, Correction, Naming, figure_of, in_words, print_on
from schemas.decisions import Choice, Decision
from schemas.errors import UsageError
from schemas.locator import Locator
from schemas.measures import MEASURES, SOURCES
from schemas.tables import LISTS


@dataclass(frozen=True, slots=True)
class Who:
    """Who decides, when and why."""

    name: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One clerk at the results of one dossier."""

    out: Path
    dossier: str
    who: Who
    screening: dict[str, Any]

    def sha256(self, path: str) -> str | None:
        """The file's SHA-256, None where the dossier has no such file."""
        return next((str(one["sha256"]) for one in self.screening["files"] if one["path"] == path), None)

    def print(self, place: Locator, words: str) -> str:
        """What a correction of this place rests on."""
        return print_on(self.sha256(place.file) or "", place, words)


def opened(out: Path, dossier: str, who: Who) -> Desk:
    """The dossier's results; UsageError where there are none, or nobody takes responsibility."""
    if not who.name.strip() or not who.reason.strip():
        raise UsageError("核定须写明姓名（--name）和理由（--reason）。")
    signed = Who(who.name.strip(), who.day, who.reason.strip())
    return Desk(out, dossier, signed, _screening(out, dossier))


def decide(desk: Desk, rule: str, choice: Choice) -> Decision:
    """Write the decision beside the results, in place of an earlier one about the same finding."""
    finding, who = _finding(desk, rule), desk.who
    told = finding["actual"] or finding["message"]
    rests = decisions.print_of(finding["status"], finding["expected"], told, finding["evidence"])
    decision = Decision(desk.dossier, rule, choice, who.name, who.day, who.reason, rests)
    before = decisions_file.load(desk.out)
    kept = [one for one in before.decisions if (one.dossier, one.rule) != (desk.dossier, rule)]
    decisions_file.save(desk.out, replace(before, decisions=(*kept, decision)))
    return decision


def correct(desk: Desk, what: str, value: str, stands: Locator | None = None) -> Correction:
    """Write a corrected value beside the results. ``stands`` is where a figure stands that was not read at all."""
    rests, who = _rests_on(desk, what, stands), desk.who
    try:
        parsed(what, value)
    except UnfitError as error:
        raise UsageError(f"“{value}”不能作为 {what} 的值：{error}。") from error
    told = Correction(what, value, who.name, who.day, who.reason, rests)
    if stands is not None:
        told = replace(told, file=stands.file, page=stands.page)
    before = decisions_file.load(desk.out)
    kept = [one for one in before.corrections if (one[0], one[1].what) != (desk.dossier, what)]
    decisions_file.save(desk.out, replace(before, corrections=(*kept, (desk.dossier, told))))
    return told


def name_paper(desk: Desk, file: str, pages: tuple[int, int] | None, kind: str) -> Naming:
    """Write beside the results what these pages of the file are. ``kind`` is an id, a title, or ``none``."""
    sha256, who = desk.sha256(file), desk.who
    if sha256 is None:
        known = "、".join(one["path"] for one in desk.screening["files"] if one["status"] != "skipped")
        raise UsageError(f"卷宗“{desk.dossier}”没有文件“{file}”。现有：{known}。")
    count = next(int(one["pages"]) for one in desk.screening["files"] if one["path"] == file)
    if pages is not None and count and pages[1] > count:
        raise UsageError(f"“{file}”只有 {count} 页。")
    told = Naming(file, _kind(kind), who.name, who.day, who.reason, pages, print_on(sha256, None, ""))
    before = decisions_file.load(desk.out)
    kept = [one for one in before.namings if (one[0], one[1].file, one[1].pages) != (desk.dossier, file, pages)]
    decisions_file.save(desk.out, replace(before, namings=(*kept, (desk.dossier, told))))
    return told


def withdraw(out: Path, dossier: str, what: str) -> int:
    """Take back whatever was decided about this finding, value or file, and say how much that was."""
    before = decisions_file.load(out)
    after = decisions_file.Decided(
        tuple(one for one in before.decisions if (one.dossier, one.rule) != (dossier, what)),
        tuple(one for one in before.corrections if (one[0], one[1].what) != (dossier, what)),
        tuple(one for one in before.namings if (one[0], one[1].file) != (dossier, what)),
    )
    gone = sum(
        len(getattr(before, part)) - len(getattr(after, part)) for part in ("decisions", "corrections", "namings")
    )
    if not gone:
        raise UsageError(f"卷宗“{dossier}”没有关于 {what} 的核定。")
    decisions_file.save(out, after)
    return gone


def _rests_on(desk: Desk, what: str, stands: Locator | None) -> str:
    """The print of the place as it was read; UsageError where there is no such place."""
    kind, _, rest = what.partition(".")
    if kind == "application" and rest in BLANKS:
        entry = desk.screening["application"].get(rest)
        if entry is None:
            return NOT_READ
        return _before(desk, what) or desk.print(_place(entry["evidence"]), entry["text"])
    if kind == "tables":
        return _before(desk, what) or _of_cell(desk, what)
    measure, source = figure_of(what)
    if kind != "figures" or measure not in MEASURES or source not in SOURCES:
        raise UsageError(
            f"没有“{what}”这样的值。可以更正的有：申报表 application.栏目（如 application.total_assets）、"
            "名单 tables.表.行.列（如 tables.staff.3.title）、数据 figures.项目.来源（如 figures.revenue.audit）。"
        )
    stated = [one for one in desk.screening["figures"] if (one["measure"], one["source"]) == (measure, source)]
    return _before(desk, what) or _of_figures(desk, what, stated, stands)


def _before(desk: Desk, what: str) -> str:
    """What an earlier correction that is in force rests on: what is shown in its place now is the clerk's own."""
    earlier = next((one for one in desk.screening.get("corrections", ()) if one["what"] == what), None)
    return str(earlier["rests_on"]) if earlier and earlier["standing"] == "applied" else ""


def _of_cell(desk: Desk, what: str) -> str:
    spot = cell_of(what)
    if spot is None:
        raise UsageError(f"没有“{what}”这样的栏目。应如 tables.staff.3.title；表有：{'、'.join(LISTS)}。")
    rows = desk.screening["tables"][spot[0]]
    if not 1 <= spot[1] <= len(rows):
        raise UsageError(f"“{LISTS[spot[0]].title}”读到 {len(rows)} 行，没有第 {spot[1]} 行。")
    row = rows[spot[1] - 1]
    return desk.print(_place(row["evidence"]), in_words(row.get(spot[2])))


def _of_figures(desk: Desk, what: str, stated: list[dict[str, Any]], stands: Locator | None) -> str:
    if stated:
        read = "、".join(dict.fromkeys(in_words(one["value"]) for one in stated))
        return desk.print(_place(stated[0]["evidence"][0]), read)
    if stands is None or desk.sha256(stands.file) is None:
        raise UsageError(f"没有读到 {what}。请用 --file 和 --pages 注明它在卷宗的哪个文件、哪一页。")
    return desk.print(stands, "")


def _place(told: dict[str, Any]) -> Locator:
    return Locator(told["file"], told["page"], told["sheet"], told["cell"])


def _kind(kind: str) -> str:
    kinds = vocabulary().kinds
    if kind in kinds or kind == NO_PAPER:
        return kind
    exact = [one for one in kinds.values() if kind in (one.title, *one.titles)]
    near = exact or [one for one in kinds.values() if kind in one.title or one.title in kind]
    if len(near) == 1:
        return near[0].id
    known = "；".join(f"{one.id} {one.title}" for one in near or kinds.values())
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
    batch = _read(out / "batch.json")
    if batch.get("audience", Audience.INTERNAL) != Audience.INTERNAL:
        raise UsageError(f"{out} 是隐去个人信息的结果，不能据以核定。请在内部结果（--audience internal）中核定。")
    folders = {one["id"]: one["folder"] for one in batch["dossiers"]}
    if dossier not in folders:
        raise UsageError(f"{out} 的结果中没有卷宗“{dossier}”。请核对卷宗编号。")
    return _read(out / folders[dossier] / as_json.SCREENING)


def _read(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(file_names.reachable(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} 无法读取。请先用 dossier screen 初审，再核定。") from error
    return dict(read)
