"""抽查: the samples of a batch, the plan of a new one, one sample, one call after the other, what it proves."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from console import events
from console.access.needs import DECIDING, READING, needs
from console.access.visible import dossiers_of, who
from console.acts import sampling
from console.acts.sampling import EVALUATION, POPULATIONS, SampleWish
from console.models import DossierWork, OfficeBatch
from console.pages.download import download
from console.pages.show import show
from console.results import samples
from console.results.samples import OfficeSample
from pipeline.sampling.callsheet.readback import Answer
from pipeline.sampling.callsheet.wording import common
from schemas.errors import UsageError

FILES = {
    EVALUATION: "评价表（Word）",
    "callsheet.docx": "核实表（Word）",
    "callsheet.xlsx": "核实表（Excel）",
    "sample.csv": "样本（CSV）",
    "frame.csv": "总体（CSV）",
    "calls.jsonl": "通话记录",
    "log.jsonl": "抽样记录",
}
"""What of a sample may be saved, and what it is called."""
CONCLUSIONS = {"supported": "能够说明", "contradicted": "说明达不到", "undecided": "还不能说明"}


@needs(*READING)
def listing(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """The samples, and the plan of another."""
    person = who(request)
    sentence, why = _planned(request, batch)
    return show(
        request,
        "samples/list.html",
        batch=batch,
        samples=samples.samples(batch, person),
        dossiers=list(dossiers_of(person).filter(batch=batch).order_by("order")),
        populations=POPULATIONS,
        asked={key: request.GET.get(key, "") for key in ("dossier", "of", "at_least", "size")},
        conclusions=CONCLUSIONS,
        sentence=sentence,
        why=why,
    )


@needs(*DECIDING)
def plan(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """The plan as a sentence, while it is being made."""
    sentence, why = _planned(request, batch)
    return show(request, "samples/sentence.html", sentence=sentence, why=why)


@needs(*DECIDING, methods=("POST",))
def draw(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """The draw; its page shows seed and hash."""
    try:
        wish = _wish(request, batch, request.POST)
        name = sampling.drawn(events.actor(request), batch, wish)
    except UsageError as error:
        messages.error(request, str(error))
        return redirect("samples", batch=batch.pk)
    return redirect("sample", batch=batch.pk, sample=name)


@needs(*READING)
def one(request: HttpRequest, batch: OfficeBatch, sample: str) -> HttpResponse:
    """One sample: how it was drawn, who answered what, what it proves."""
    found = _found(request, batch, sample)
    return show(request, "samples/one.html", batch=batch, sample=found, conclusions=CONCLUSIONS, files=_lying(found))


@needs(*DECIDING, methods=("GET", "POST"))
def call(request: HttpRequest, batch: OfficeBatch, sample: str) -> HttpResponse:
    """One unit at a time, the telephone large; a call put down shows the next."""
    found = _found(request, batch, sample)
    why = ""
    if request.method == "POST":
        try:
            sampling.called(events.actor(request), batch, found, request.POST.dict())
            return redirect("sample-call", batch=batch.pk, sample=sample)
        except UsageError as error:
            why = str(error)
    asked = request.POST.get("unit") or request.GET.get("unit", "")
    answer = next((each for each in found.filled.answers if each.key == asked), None) or _next(found)
    told = samples.lines(found, answer) if answer else []
    return show(
        request,
        "samples/call.html",
        status=400 if why else 200,
        batch=batch,
        sample=found,
        answer=answer,
        lines=told,
        phone=samples.phone(found, answer) if answer else "",
        methods=common().methods,
        given={key: request.POST.get(key, "") for key in ("person", "post", "method", "remarks")},
        why=why,
    )


@needs(*DECIDING, methods=("POST",))
def evaluate(request: HttpRequest, batch: OfficeBatch, sample: str) -> HttpResponse:
    """What the answers prove."""
    found = _found(request, batch, sample)
    try:
        record = sampling.evaluated(events.actor(request), batch, found)
        messages.info(request, f"已评价：{CONCLUSIONS[str(record['conclusion'])]}。评价表在下面。")
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("sample", batch=batch.pk, sample=sample)


@needs(*DECIDING)
def file(request: HttpRequest, batch: OfficeBatch, sample: str, name: str) -> HttpResponse:
    """One of the sample's files, to be saved."""
    found = _found(request, batch, sample)
    if name not in _lying(found):
        raise Http404
    events.noted(events.actor(request), "下载抽查文件", batch, sample=found.name, file=name)
    return download(name, (found.folder / name).read_bytes())


def _found(request: HttpRequest, batch: OfficeBatch, name: str) -> OfficeSample:
    found = samples.sample(batch, who(request), name)
    if found is None:
        raise Http404
    return found


def _next(found: OfficeSample) -> Answer | None:
    return next(iter(found.calls.waiting), None)


def _lying(found: OfficeSample) -> dict[str, str]:
    return {name: title for name, title in FILES.items() if (found.folder / name).is_file()}


def _planned(request: HttpRequest, batch: OfficeBatch) -> tuple[str, str]:
    """The sentence of what the address asks for, or why it cannot be."""
    if not request.GET.get("dossier"):
        return "", ""
    try:
        return sampling.sentence(_wish(request, batch, request.GET).prepared()), ""
    except UsageError as error:
        return "", str(error)


def _wish(request: HttpRequest, batch: OfficeBatch, said: QueryDict) -> SampleWish:
    given = {key: said.get(key, "").strip() for key in ("dossier", "of", "at_least", "size")}
    dossier: DossierWork | None = None
    if given["dossier"].isdecimal():
        dossier = dossiers_of(who(request)).filter(batch=batch, pk=int(given["dossier"])).first()
    if dossier is None:
        raise UsageError("请选择卷宗。")
    return SampleWish(dossier, given["of"] or "enterprises", given["at_least"], given["size"])
