"""A page of a file as a picture; the file itself, or all of the dossier, to be taken away. Files go by their number."""

from __future__ import annotations

import itertools
from pathlib import PurePosixPath
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from console import events
from console.access.needs import DECIDING, needs
from console.models import DossierWork, OfficeBatch
from console.pages.download import ZIP, download
from console.papers import shelf, whole_dossier
from console.papers.received import received
from console.results.read_back import screening_at
from console.warm.process import NoAnswer
from schemas.dossier import FileRecord
from schemas.errors import UsageError

_A_DAY = 86400


@needs(*DECIDING)
def picture(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, number: int, page: int) -> HttpResponse:
    """The page as a JPEG."""
    del request, batch
    results = dossier.results
    file = _file(dossier, number)
    try:
        made = shelf.picture(results, dossier.key, file, page) if results else None
    except (UsageError, NoAnswer) as error:
        raise Http404 from error
    if not made:
        raise Http404
    return HttpResponse(made, "image/jpeg", headers={"Cache-Control": f"private, max-age={_A_DAY}"})


@needs(*DECIDING)
def original(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, number: int) -> HttpResponse:
    """The file as it was received, to be saved: it is never opened in our own pages."""
    del batch
    results = dossier.results
    file = _file(dossier, number)
    try:
        found = received(results, dossier.key, file.path) if results else None
    except UsageError as error:
        raise Http404 from error
    if found is None or found.problem:
        raise Http404
    events.noted(events.actor(request), "下载原件", dossier, file=file.path)
    answer = download(PurePosixPath(file.path).name, found.data)
    answer.headers["Content-Security-Policy"] = "sandbox"
    return answer


@needs(*DECIDING)
def whole(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponseBase:
    """导出卷宗: all of it as plain files in a ZIP."""
    pieces = whole_dossier.pieces(dossier)
    try:
        first = next(pieces)
    except UsageError as error:
        messages.error(request, str(error))
        return redirect("dossier", batch=batch.pk, dossier=dossier.pk)
    events.noted(events.actor(request), "导出卷宗", dossier)
    name = quote(f"{dossier.key} {dossier.applicant}.zip")
    told = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return StreamingHttpResponse(itertools.chain([first], pieces), content_type=ZIP, headers=told)


def _file(dossier: DossierWork, number: int) -> FileRecord:
    results = dossier.results
    file = shelf.file_of(screening_at(results / dossier.folder), number) if results else None
    if file is None:
        raise Http404
    return file
