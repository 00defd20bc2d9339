"""Which samples were drawn from a batch, and how far is each? Read from the folders that ``sample draw`` writes.

A sample lies beside the results, under ``samples`` where the console drew it, under its own name where the command
did; either is found. Nothing of it is kept in the database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.access.visible import dossiers_of
from console.models import DossierWork, OfficeBatch, Person
from pipeline import file_names
from pipeline.hash_chain import Entry
from pipeline.rulebook.find import load
from pipeline.sampling.calls.call_log import attempts, entries, sheets_in
from pipeline.sampling.calls.queue import CallQueue, queue
from pipeline.sampling.callsheet.callsheet import RISK
from pipeline.sampling.callsheet.readback import Answer, Filled, read_callsheets
from pipeline.sampling.callsheet.wording import RATING, WorkPaper, common, paper
from pipeline.sampling.draw.frame import from_csv
from pipeline.sampling.record import log
from pipeline.sampling.record.folder import FRAME, LOG
from schemas.errors import RulebookError, UsageError

FOLDER = "samples"
_ASKED = ("interviewee", "position", RATING)
"""Columns of the form that the call fills in."""


@dataclass(frozen=True, slots=True)
class OfficeSample:
    """One sample: its folder, the sheet as it is now, its log, whom to call, how often each was called."""

    folder: Path
    filled: Filled
    told: Sequence[Entry]
    calls: CallQueue
    attempts: Mapping[str, int]

    @property
    def name(self) -> str:
        """What it is called in the address: the name of its folder."""
        return self.folder.name

    @property
    def dossier(self) -> str:
        """Whose list was drawn from; empty where dossiers were drawn."""
        return str(self.filled.about.get("dossier") or "")

    @property
    def title(self) -> str:
        """What was drawn, in words."""
        return self.filled.paper.title

    @property
    def hash(self) -> str:
        """The hash of the log's last line: what is to be published with the draw."""
        return str(self.told[-1]["hash"]) if self.told else ""

    @property
    def evaluation(self) -> Entry | None:
        """The last evaluation that was logged."""
        return next((entry for entry in reversed(self.told) if entry["event"] == "evaluation"), None)

    @property
    def roles(self) -> Mapping[str, str]:
        """What each role is called."""
        return common().roles


def places(batch: OfficeBatch) -> list[Path]:
    """The folders of the batch's samples, of whichever round, in the order of their names."""
    beside = [Path(one.results).parent for one in batch.rounds.order_by("number")]
    near = [folder for one in beside for folder in (one / FOLDER, one)]
    found = {path.name: path for folder in near for path in _folders(folder)}
    return [found[name] for name in sorted(found, key=file_names.in_order)]


def drawn_from(of: OfficeBatch | DossierWork) -> Path:
    """The results that samples of this batch, or dossier, are drawn from. UsageError where it has none yet."""
    results = of.results
    if results is None:
        raise UsageError("这一批次还没有初审结果，不能抽样。")
    return results


def home(batch: OfficeBatch) -> Path:
    """Where the console puts the samples of this batch. UsageError where it has no results yet."""
    return drawn_from(batch).parent / FOLDER


def samples(batch: OfficeBatch, person: Person) -> list[OfficeSample]:
    """The samples that exist for this person: of this batch, and of no dossier that the person is barred from.

    Beside the results may lie samples of others: whose one is, its dossier tells by its id and its applicant.
    """
    known = dict(dossiers_of(person).filter(batch=batch).values_list("key", "applicant"))
    read = [_read(path) for path in places(batch)]
    return [one for one in read if one is not None and _whose(one) <= set(known.items())]


def _whose(found: OfficeSample) -> set[tuple[str, str]]:
    """Id and applicant of every dossier that the sample tells of."""
    about = found.filled.about
    if found.dossier:
        return {(found.dossier, str(about.get("applicant") or ""))}
    return {(answer.key, str(answer.unit["name"])) for answer in found.filled.answers}


def sample(batch: OfficeBatch, person: Person, name: str) -> OfficeSample | None:
    """The sample of this name; None where there is none for this person."""
    return next((one for one in samples(batch, person) if one.name == name), None)


def lines(found: OfficeSample, answer: Answer) -> list[tuple[str, str]]:
    """What the list says of a unit, by the heads of the form; the telephone is told apart (``phone``)."""
    values, form = _values(found, answer), _form(found)
    shown = [(head, values.get(form.source.get(key, ""), "")) for key, head in form.columns if key not in _ASKED]
    aside = [(head, values.get(column, "")) for column, head in form.aside.items()]
    risk = [(RISK, values["risk"])] if answer.role == "risk" and values.get("risk") else []
    return [(head, text) for head, text in (*shown, *aside, *risk) if text and text != phone(found, answer)]


def phone(found: OfficeSample, answer: Answer) -> str:
    """The number to call; empty where the list has none."""
    return _values(found, answer).get("phone", "")


def _values(found: OfficeSample, answer: Answer) -> Mapping[str, str]:
    data = file_names.reachable(found.folder / FRAME).read_bytes()
    units = from_csv(str(found.filled.about["of"]), data).units
    return next((unit.values for unit in units if unit.key == answer.key), {})


def _form(found: OfficeSample) -> WorkPaper:
    """The work paper with the heads of the regulation's own form."""
    book = str(found.filled.about.get("rulebook") or "")
    try:
        return paper(found.filled.paper.of, load(book) if book else None)
    except (UsageError, RulebookError):
        return found.filled.paper


def _folders(folder: Path) -> list[Path]:
    there = file_names.reachable(folder)
    return [path for path in there.iterdir() if (path / LOG).is_file()] if there.is_dir() else []


def _read(folder: Path) -> OfficeSample | None:
    """None for a folder whose sheets are no longer to be read: it is told of where somebody opens it by the command."""
    try:
        filled = read_callsheets(sheets_in(folder))
    except UsageError:
        return None
    called = attempts(entries(folder))
    return OfficeSample(folder, filled, log.read(folder / LOG)[0], queue(filled, called), called)
