"""What lies in the folder of a sample, and in which order does it come to be?

The frame is written and its hash logged before anything is drawn. A later draw into the same folder may only
extend the sample: same frame, same seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from pipeline.results import files as result_files
from pipeline.sampling.callsheet import as_docx, as_xlsx
from pipeline.sampling.callsheet.callsheet import CallSheet, Task, callsheet
from pipeline.sampling.callsheet.wording import Common, WorkPaper
from pipeline.sampling.draw.draw import Design, Pick, draw, sample_csv
from pipeline.sampling.draw.frame import sha256
from pipeline.sampling.record import log
from pipeline.sampling.record.log import Entry, Signature
from schemas.errors import UsageError

FRAME, SAMPLE, LOG = "frame.csv", "sample.csv", "log.jsonl"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A draw that was made: the picks, the files written, the last hash of the log."""

    picks: tuple[Pick, ...]
    written: tuple[Path, ...]
    log_hash: str


def make(out: Path, task: Task, words: tuple[WorkPaper, Common], signature: Signature) -> Drawn:
    """Freeze the frame, log it, draw, log the draw, write the work papers."""
    data = task.frame.as_csv()
    path = out / LOG
    _check_earlier(out, task, sha256(data))
    if not path.exists():
        result_files.write(out / FRAME, data)
        log.append(path, "frame", signature, _of_frame(task, sha256(data)))
    picks = draw(task.frame, task.design)
    sample = sample_csv(task.frame, picks)
    log_hash = log.append(path, "draw", signature, _of_draw(task, picks, sha256(data), sha256(sample)))
    result_files.write(out / SAMPLE, sample)
    sheet = callsheet(task, picks, words)
    papers = [result_files.write_beside(out / name, printed) for name, printed in _papers(sheet)]
    return Drawn(tuple(picks), (out / FRAME, out / SAMPLE, path, *papers), log_hash)


def _papers(sheet: CallSheet) -> list[tuple[str, bytes]]:
    return [("callsheet.xlsx", as_xlsx.render(sheet)), ("callsheet.docx", as_docx.render(sheet))]


def _check_earlier(out: Path, task: Task, frame_hash: str) -> None:
    """A second draw must not replace the first: that would be choosing among samples."""
    entries, problems = log.read(out / LOG)
    if problems:
        raise UsageError(f"{out} 中的抽样记录有改动（{problems[0]}），不能继续。请另选 --out。")
    earlier = [entry for entry in entries if entry["event"] == "draw"]
    if any(entry["frame_sha256"] != frame_hash for entry in entries if entry["event"] == "frame"):
        raise UsageError(f"{out} 中已有用另一份名单抽取的样本。请另选 --out。")
    for entry in earlier:
        before = design_of(entry)
        if not extends(before, task.design):
            raise UsageError(
                f"{out} 中已有用种子“{before.seed}”抽取的 {before.size} 个样本。同一文件夹只能用同一种子、"
                "同样的方式扩大样本，不能重抽；确需另抽，请另选 --out 并说明理由。"
            )


def extends(before: Design, after: Design) -> bool:
    """Whether a design only asks for more of the same draw."""
    same = ("seed", "strata", "minimum", "allocation", "spread", "by_amount", "certain")
    return all(getattr(before, name) == getattr(after, name) for name in same) and after.size >= before.size


def design_of(entry: Entry) -> Design:
    """The design that a draw's entry holds. KeyError or TypeError where it holds none."""
    given: dict[str, Any] = dict(entry["design"])
    known = {field.name for field in fields(Design)}
    if set(given) != known:
        raise KeyError("design")
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    return Design(**given)


def _of_frame(task: Task, frame_hash: str) -> dict[str, object]:
    return {
        "of": task.frame.of,
        "dossier": task.subject.dossier,
        "applicant": task.subject.applicant,
        "rulebook": task.subject.rulebook,
        "population": len(task.frame.units),
        "frame_sha256": frame_hash,
    }


def _of_draw(task: Task, picks: Sequence[Pick], frame_hash: str, sample_hash: str) -> dict[str, object]:
    def of(role: str) -> list[str]:
        return [pick.unit.key for pick in picks if pick.role == role]

    return {
        "of": task.frame.of,
        "seed": task.design.seed,
        "seed_drawn": task.seed_drawn,
        "frame_sha256": frame_hash,
        "plan": None if task.claim is None else task.claim.as_json(),
        "design": task.design.as_json(),
        "picks": of("picked"),
        "reserves": of("reserve"),
        "certain": of("certain"),
        "risk": of("risk"),
        "sample_sha256": sample_hash,
    }
