"""Do filled call sheets belong to the sample whose log lies beside them, and what went before this evaluation?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline import file_names
from pipeline.sampling.callsheet.callsheet import amount_drawn_from
from pipeline.sampling.callsheet.readback import Filled, units_of
from pipeline.sampling.draw.draw import stratum_sizes
from pipeline.sampling.draw.frame import SamplingFrame, from_csv
from pipeline.sampling.record import log
from pipeline.sampling.record.folder import FRAME, LOG, design_of
from pipeline.sampling.record.log import Entry
from pipeline.sampling.record.verify import verify
from schemas.errors import UsageError

_ROLES = {"picks": "picked", "reserves": "reserve", "certain": "certain", "risk": "risk"}


@dataclass(frozen=True, slots=True)
class LogCheck:
    """The log beside the sheets (None: there is none), and what must be told beside the numbers, in Chinese."""

    log: Path | None
    outgrown: tuple[str, ...]
    looks: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.outgrown, *self.looks)


def standing(folder: Path, filled: Filled) -> LogCheck:
    """UsageError where the log or the frame was changed, or the sheets tell of another draw than they do."""
    if not file_names.reachable(folder / LOG).is_file():
        note = f"核实表旁边没有抽样记录 {LOG}，没有核对它是否就是所抽的样本，评价也没有记入记录。"
        return LogCheck(None, (note,))
    problems = verify(folder)
    if problems:
        raise UsageError(f"抽样文件夹核对不一致（{problems[0]}），不能评价，也没有追加记录。请先运行 sample verify。")
    entries = log.read(folder / LOG)[0]
    frame = from_csv(str(filled.about["of"]), file_names.reachable(folder / FRAME).read_bytes())
    draws = [entry for entry in entries if entry["event"] == "draw"]
    own = next((draw for draw in reversed(draws) if _same_draw(draw, filled)), None)
    if own is None or not _same_facts(frame, own, filled):
        raise UsageError(
            f"核实表与 {folder.name or folder} 中的抽样记录不是同一次抽取，或其中的隐藏工作表有改动。"
            "请用该文件夹中打印的核实表填写。"
        )
    return LogCheck(folder / LOG, tuple(_outgrown(own, draws[-1])), tuple(_looked(entries, filled)))


def _same_draw(draw: Entry, filled: Filled) -> bool:
    about = filled.about
    if (draw["frame_sha256"], draw["seed"]) != (about.get("frame_sha256"), about.get("seed")):
        return False
    return all(list(draw[key]) == units_of(filled.answers, role) for key, role in _ROLES.items())


def _same_facts(frame: SamplingFrame, draw: Entry, filled: Filled) -> bool:
    """Whether the sheet's own numbers are those of the frame and the draw: the bounds are worked out with them."""
    about, design = filled.about, design_of(draw)
    total = str(amount_drawn_from(frame, design)) if design.by_amount else None
    bound = (draw.get("plan") or {}).get("at_least")
    stated = about.get("at_least")
    amounts = {unit.key: unit.values.get("amount") or None for unit in frame.units}
    return (
        about.get("population") == len(frame.units)
        and about.get("strata") == stratum_sizes(frame, design)
        and about.get("total") == total
        and (None if stated is None else Decimal(str(stated))) == (None if bound is None else Decimal(str(bound)))
        and all(one.unit.get("amount") == amounts[str(one.unit["unit"])] for one in filled.answers)
    )


def _outgrown(own: Entry, last: Entry) -> list[str]:
    asked, drawn = (len(draw["picks"]) for draw in (own, last))
    if asked == drawn:
        return []
    return [f"样本后来已扩大到 {drawn} 个，这里只评价了前 {asked} 个；请把两次的核实表一并给出，一起评价。"]


def _looked(entries: Sequence[Entry], filled: Filled) -> list[str]:
    """Earlier evaluations of fewer units: asking on until the answer pleases proves less than it says."""
    picked = len(units_of(filled.answers, "picked"))
    before = sorted(
        {int(one["asked"]) for one in entries if one["event"] == "evaluation" and one.get("picked", 0) < picked}
    )
    if not before:
        return []
    told = (
        f"此前核实到 {'、'.join(map(str, before))} 个时已评价过，之后又扩大了样本。看过结果再决定是否加抽，"
        "实际的风险会高于所写的 α；如事先按两阶段方案（sample plan --two-stages）抽取，"
        "请用 sample evaluate --two-stages 作结论。"
    )
    return [told]
