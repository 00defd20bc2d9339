"""From what a clerk asks for to a draw that can be made: frame, design, claim, words."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline.rulebook.find import load
from pipeline.sampling.callsheet import wording as callsheet_wording
from pipeline.sampling.callsheet.callsheet import Subject, Task
from pipeline.sampling.callsheet.wording import Common, WorkPaper
from pipeline.sampling.draw.draw import Design
from pipeline.sampling.draw.frame import SamplingFrame
from pipeline.sampling.draw.populations import population
from pipeline.sampling.draw.screening_results import Results, read_results
from pipeline.sampling.statistics.plan import SamplePlan, plan
from schemas.errors import UsageError
from schemas.rulebook import Rulebook

NOBODY = Subject()


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; 0, "" and None leave it to the regulation or the program."""

    results: Path
    of: str
    dossier: str = ""
    size: int | None = None
    seed: str = ""
    reserves: int | None = None
    at_least: Decimal | None = None
    confidence: Decimal = Decimal(95)
    strata: str = ""
    minimum: int = 0
    allocation: str = "proportional"
    spread: str = ""
    by_amount: str = ""
    certain: tuple[str, ...] = ()
    risk: tuple[str, ...] = ()
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draw ready to be made: the task, the words of its papers, where it goes."""

    task: Task
    words: tuple[WorkPaper, Common]
    out: Path


def prepare(wish: Wish) -> Prepared:
    """The draw from results of a screening that the wish comes to. UsageError where it cannot be made."""
    results = read_results(wish.results)
    frame = population(results, wish.of, wish.dossier)
    return prepare_from(wish, frame, *_subject(results, wish))


def prepare_from(wish: Wish, frame: SamplingFrame, subject: Subject = NOBODY, book: Rulebook | None = None) -> Prepared:
    """The draw from this frame."""
    claim = _claim(frame, wish, book)
    task = Task(subject, frame, _design(frame, wish, claim), claim, seed_drawn=not wish.seed)
    folder = f"sample-{subject.dossier or wish.results.name}-{wish.of}"
    return Prepared(
        task,
        (callsheet_wording.paper(wish.of, book), callsheet_wording.common()),
        wish.out or wish.results.parent / folder,
    )


def _subject(results: Results, wish: Wish) -> tuple[Subject, Rulebook | None]:
    if wish.of == "dossiers":
        return NOBODY, None
    record = results.screening(results.only(wish.dossier))
    rulebook = str(record["rulebook"]["id"])
    about = record["dossier"]
    subject = Subject(str(about["id"]), str(about["applicant"]), rulebook, str(record["rulebook"].get("title", "")))
    return subject, _book(rulebook)


def _book(rulebook: str) -> Rulebook | None:
    """The rulebook where it is one of ours; a clerk's own may lie elsewhere by now, and the general paper serves."""
    try:
        return load(rulebook) if rulebook else None
    except UsageError:
        return None


def _claim(frame: SamplingFrame, wish: Wish, book: Rulebook | None) -> SamplePlan | None:
    """What the sample is to show: what was asked for, else the regulation's satisfaction bound."""
    bounds = (
        [condition.at_least for condition in book.conditions if condition.measure == "satisfaction"] if book else []
    )
    bound = wish.at_least
    if bound is None and wish.of == "enterprises":
        bound = next((stated for stated in bounds if stated is not None), None)
    return None if bound is None else plan(len(frame.units), bound, wish.confidence)


def _design(frame: SamplingFrame, wish: Wish, claim: SamplePlan | None) -> Design:
    whole = len(frame.units)
    size = min(_planned(claim) if wish.size is None else wish.size, whole)
    # Some calls always fail: a sample that the program planned comes with as many reserves.
    spare = wish.reserves if wish.reserves is not None else size if wish.size is None else 0
    return Design(
        seed=wish.seed or secrets.token_hex(16),
        size=size,
        reserves=max(0, min(spare, whole - size)) if spare >= 0 else spare,
        strata=column_meant(frame, wish.strata),
        minimum=wish.minimum,
        allocation=wish.allocation,
        spread=wish.spread,
        by_amount=wish.by_amount,
        certain=wish.certain,
        risk=wish.risk,
    )


def _planned(claim: SamplePlan | None) -> int:
    if claim is None:
        raise UsageError("请用 --size 给出样本数（或用 --at-least 给出要证明的比率，由程序计算）。")
    return max(claim.size, callsheet_wording.common().calls)


def column_meant(frame: SamplingFrame, name: str) -> str:
    """The frame's column for what people call a stratum: ``micro``, ``fee``; otherwise the name as given."""
    meant = {"micro": "is_micro", "fee": "fee_class"}.get(name, name)
    return meant if meant in frame.columns else name
