"""材料: all pages small, in the order of the files; which paper some of them are is said here."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from console.access.needs import DECIDING, needs
from console.acts.settle import version
from console.models import DossierWork, OfficeBatch
from console.pages.show import show
from console.papers import shelf
from console.results.read_back import screening_at
from console.review import paper_list
from console.warm.process import NoAnswer
from extractors.vocabulary.papers import vocabulary
from schemas.errors import UsageError

_A_DAY = 86400


@needs(*DECIDING)
def papers(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """The page."""
    results = dossier.results
    if results is None:
        raise Http404
    return show(
        request,
        "papers/list.html",
        batch=batch,
        dossier=dossier,
        files=paper_list.listed(screening_at(results / dossier.folder)),
        papers=[(kind.id, kind.title) for kind in vocabulary().kinds.values()],
        version=version(results, dossier),
    )


@needs(*DECIDING)
def thumbnail(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, number: int, page: int) -> HttpResponse:
    """One page, small."""
    del request, batch
    results = dossier.results
    file = shelf.file_of(screening_at(results / dossier.folder), number) if results else None
    try:
        made = shelf.thumbnail(results, dossier.key, file, page) if results and file else None
    except (UsageError, NoAnswer) as error:
        raise Http404 from error
    if not made:
        raise Http404
    return HttpResponse(made, "image/jpeg", headers={"Cache-Control": f"private, max-age={_A_DAY}"})
