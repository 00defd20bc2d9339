"""抽查: a sample planned and drawn, calls put down, the answers evaluated; all of it by ``pipeline.sampling``."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from console import events
from console.events import Actor
from console.models import DossierWork, OfficeBatch
from console.results import samples
from console.results.samples import OfficeSample
from console.typed import whole
from pipeline import file_names
from pipeline.sampling.calls import call_log
from pipeline.sampling.calls.call_log import Call
from pipeline.sampling.evaluate.assess import Asked, assess
from pipeline.sampling.record.folder import make
from pipeline.sampling.record.prepare import Prepared, Wish, prepare
from schemas.errors import UsageError

EVALUATION = "evaluation.docx"
POPULATIONS = {"enterprises": "服务企业名单", "staff": "人员名单", "vouchers": "收支凭证"}
_CONFIDENCE = Decimal(95)


@dataclass(frozen=True, slots=True)
class SampleWish:
    """What a person asks for: whose list, how many, to show what share; empty leaves it to the regulation."""

    dossier: DossierWork
    of: str
    at_least: str = ""
    size: str = ""

    def prepared(self, seed: str = "") -> Prepared:
        """The draw that would be made. UsageError where it cannot be."""
        if self.of not in POPULATIONS:
            raise UsageError("请选择抽什么。")
        return prepare(
            Wish(
                results=samples.drawn_from(self.dossier),
                of=self.of,
                dossier=self.dossier.key,
                size=_whole(self.size),
                seed=seed,
                at_least=_percent(self.at_least),
                confidence=_CONFIDENCE,
            )
        )


def sentence(prepared: Prepared) -> str:
    """The plan in words: 124 家中抽 25 家，全部符合才能说明不低于 90%（置信度 95%）。"""
    task, (form, _) = prepared.task, prepared.words
    population, size = len(task.frame.units), task.design.size
    drawn = f"{population} {form.unit}中抽 {size} {form.unit}"
    if task.claim is None:
        return f"{drawn}。"
    if size < task.claim.size:
        return f"{drawn}，不足以说明不低于 {task.claim.at_least}%：要抽 {task.claim.size} {form.unit}。"
    return f"{drawn}，全部{form.asks}，才能说明不低于 {task.claim.at_least}%（置信度 {task.claim.confidence}%）。"


def drawn(by: Actor, batch: OfficeBatch, wish: SampleWish) -> str:
    """The sample drawn with a seed of the program's own; gives back its name."""
    name = _name(batch, wish)
    prepared = wish.prepared(secrets.token_hex(16))
    made = make(samples.home(batch) / name, prepared.task, prepared.words, events.signed(by))
    events.noted(by, "抽样", wish.dossier, of=wish.of, size=prepared.task.design.size, hash=made.log_hash)
    return name


def called(by: Actor, batch: OfficeBatch, found: OfficeSample, form: Mapping[str, str]) -> None:
    """One call put down: the outcome, or that nobody answered."""
    words = {key: form.get(key, "").strip() for key in ("unit", "outcome", "person", "post", "method", "remarks")}
    call_log.noted(found.folder, Call(**words), events.signed(by))
    events.noted(by, "抽查通话", batch, sample=found.name)


def evaluated(by: Actor, batch: OfficeBatch, found: OfficeSample) -> Mapping[str, object]:
    """What the answers prove; the document lies beside the sheets."""
    asked = Asked(None, _CONFIDENCE)
    record = assess(call_log.sheets_in(found.folder), asked, found.folder / EVALUATION, events.signed(by))
    events.noted(by, "抽查评价", batch, sample=found.name, conclusion=str(record["conclusion"]))
    return record


def _name(batch: OfficeBatch, wish: SampleWish) -> str:
    taken = {path.name for path in samples.places(batch)}
    return file_names.folder_name(f"{wish.dossier.key}-{wish.of}", taken)


def _whole(text: str) -> int | None:
    number = whole(text)
    if text and number is None:
        raise UsageError("抽取数量请填正整数，或空着由程序按比率计算。")
    return number


def _percent(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().rstrip("%％")) if text.strip() else None
    except InvalidOperation as error:
        raise UsageError("要说明的比率请填百分数，例如 90。") from error
