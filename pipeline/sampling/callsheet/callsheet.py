"""What does the work paper of one sample say, before it becomes a workbook or a Word file?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.sampling.callsheet.wording import RATING, Common, WorkPaper
from pipeline.sampling.draw.draw import Design, Pick, certain_keys, number_of, stratum_sizes
from pipeline.sampling.draw.frame import UNIT, SamplingFrame, Unit, sha256
from pipeline.sampling.draw.populations import NAMES, PLACE
from pipeline.sampling.statistics.plan import SamplePlan, on_the_minimum
from schemas.tables import LISTS

BOX = "□"
DATA_SHEET = "_抽样数据"
ALSO, RISK, STRATUM = "名单中又作", "重点核实", "所属层"
PRINTED = (ALSO, RISK, STRATUM)
"""How remarks begin that the sheet is printed with."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose list was drawn from, and under which regulation; empty for the dossiers of a batch."""

    dossier: str = ""
    applicant: str = ""
    rulebook: str = ""
    rulebook_title: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What to draw: for whom, from what, how, to show what."""

    subject: Subject
    frame: SamplingFrame
    design: Design
    claim: SamplePlan | None
    """What the answers are to show, where the regulation sets a bound."""
    seed_drawn: bool = False


@dataclass(frozen=True, slots=True)
class CallsheetLine:
    """One unit to ask: its label (1, 候补1 …), its printed cells by column id, what is told beside it."""

    label: str
    pick: Pick
    cells: Mapping[str, str]
    remarks: str


@dataclass(frozen=True, slots=True)
class CallSheet:
    """The work paper: its lines, the words around them, and what reading it back needs."""

    paper: WorkPaper
    common: Common
    subject: Subject
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    lines: tuple[CallsheetLine, ...]
    data: tuple[Mapping[str, object], ...]

    @property
    def plain_columns(self) -> list[tuple[str, str]]:
        """The columns that are filled with words, in the order of the form."""
        return [(key, head) for key, head in self.paper.columns if key != RATING]

    @property
    def rating_head(self) -> str:
        """The upper head over the ratings, as the form prints it."""
        return dict(self.paper.columns).get(RATING, self.paper.rating)


def callsheet(task: Task, picks: Sequence[Pick], words: tuple[WorkPaper, Common]) -> CallSheet:
    """The work paper of a draw."""
    paper, common = words
    lines = _lines(picks, paper, common)
    return CallSheet(
        paper=paper,
        common=common,
        subject=task.subject,
        facts=_facts(task.frame, task.design, picks, paper, common),
        notes=tuple(_notes(task.claim, paper, common)),
        lines=lines,
        data=(_head(task), *(_unit(line, paper) for line in lines)),
    )


def _lines(picks: Sequence[Pick], paper: WorkPaper, common: Common) -> tuple[CallsheetLine, ...]:
    counts: dict[str, int] = {}
    lines = []
    for pick in picks:
        counts[pick.role] = counts.get(pick.role, 0) + 1
        prefix = "" if pick.role == "picked" else common.roles[pick.role]
        cells = {key: _printed(pick.unit, paper.source.get(key, "")) for key, _ in paper.columns}
        lines.append(CallsheetLine(f"{prefix}{counts[pick.role]}", pick, cells, _remarks(pick, paper)))
    return tuple(lines)


def _printed(unit: Unit, column: str) -> str:
    return unit.key if column == UNIT else unit.values.get(column, "") if column else ""


def _remarks(pick: Pick, paper: WorkPaper) -> str:
    """What helps to make the call. What the applicant says of the answer is not told: it would lead the caller."""
    values = pick.unit.values
    told = [f"{head}：{values[column]}" for column, head in paper.aside.items() if values.get(column)]
    if "；" in values.get(NAMES, ""):
        told.append(f"{ALSO}：{values[NAMES]}")
    if pick.stratum:
        told.append(f"{STRATUM}：{pick.stratum}")
    if pick.role == "risk" and values.get("risk"):
        told.append(f"{RISK}：{values['risk']}")
    return "；".join(told)


def _facts(
    frame: SamplingFrame, design: Design, picks: Sequence[Pick], paper: WorkPaper, common: Common
) -> tuple[tuple[str, str], ...]:
    roles = [pick.role for pick in picks]
    drawn = f"随机 {roles.count('picked')} {paper.unit}，候补 {roles.count('reserve')} {paper.unit}"
    for role, what in (("certain", "必查"), ("risk", "重点（非随机，不计入比率）")):
        drawn += f"，{what} {roles.count(role)} {paper.unit}" if role in roles else ""
    strata = f"；按“{_stratified_by(frame, design, common)}”分层，候补只替补同层的" if design.strata else ""
    return (
        ("总体", f"{len(frame.units)} {paper.unit}（同一对象重复列出的已并为一个）"),
        ("抽取", drawn + strata),
        ("种子", design.seed),
        ("抽样框 SHA-256", sha256(frame.as_csv())),
    )


def _stratified_by(frame: SamplingFrame, design: Design, common: Common) -> str:
    listed = LISTS[frame.of].columns if frame.of in LISTS else ()
    return {**{column.key: column.title for column in listed}, **common.strata}.get(design.strata, design.strata)


def _notes(claim: SamplePlan | None, paper: WorkPaper, common: Common) -> list[str]:
    outcomes = "、".join(outcome.head for outcome in paper.outcomes)
    notes = [
        f"每行在“{outcomes}”中选一项，把 {BOX} 改为 √。候补按顺序启用，启用即须填写结果。",
        "不得更换、删除抽中的对象；联系不上的如实填写，用下一个候补补足。标“重点”的是有针对性选取的，不用于推断比率。",
    ]
    if claim is not None and paper.of == "enterprises":
        notes += on_the_minimum(claim, common.calls, common.calls_source)
    return notes


def _head(task: Task) -> dict[str, object]:
    frame, design, subject, claim = task.frame, task.design, task.subject, task.claim
    return {
        "contract": "dossier/1",
        "of": frame.of,
        "dossier": subject.dossier,
        "applicant": subject.applicant,
        "rulebook": subject.rulebook,
        "rulebook_title": subject.rulebook_title,
        "seed": design.seed,
        "frame_sha256": sha256(frame.as_csv()),
        "population": len(frame.units),
        "strata": stratum_sizes(frame, design),
        "by_amount": design.by_amount,
        "at_least": None if claim is None else str(claim.at_least),
        "total": str(amount_drawn_from(frame, design)) if design.by_amount else None,
    }


def amount_drawn_from(frame: SamplingFrame, design: Design) -> Decimal | int:
    """The amount that was drawn from: all of it but what is certain."""
    taken = certain_keys(frame, design)
    amounts = [number_of(unit, design.by_amount) or 0 for unit in frame.units if unit.key not in taken]
    return sum(amounts)


def _unit(line: CallsheetLine, paper: WorkPaper) -> dict[str, object]:
    values = line.pick.unit.values
    column, yes = paper.claim
    claimed = values.get(column, "") if column else ""
    place = {key: values.get(key) or None for key in PLACE}
    box = place["bbox"]
    return {
        "label": line.label,
        "unit": line.pick.unit.key,
        "name": values.get("name") or values.get("applicant") or line.pick.unit.key,
        "role": line.pick.role,
        "stratum": line.pick.stratum,
        "claimed": None if not claimed else claimed == yes,
        "amount": values.get("amount") or None,
        "place": {
            **place,
            "page": int(place["page"]) if place["page"] else None,
            "bbox": json.loads(box) if box else None,
        },
    }
