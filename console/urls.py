"""Which address is which page? Who may open it is said in front of each page (``access.needs``)."""

from __future__ import annotations

from django.urls import path

from console.pages import (
    arrivals,
    batches,
    desk,
    dossiers,
    find,
    habits,
    jobs,
    letters,
    log,
    paper_list,
    papers,
    receive,
    review,
    rounds,
    samples,
    session,
    setup,
    summary,
    tables,
)
from console.pages.admin.addresses import of_settings
from console.pages.rules.addresses import of_rules
from console.pages.standing.addresses import of_standing

handler403 = "console.pages.failures.forbidden"
handler404 = "console.pages.failures.not_found"
handler500 = "console.pages.failures.broken"

_BATCH = "b/<int:batch>"
_DOSSIER = f"{_BATCH}/d/<int:dossier>"
_LETTER = f"{_DOSSIER}/letters/<int:letter>"
_SAMPLE = f"{_BATCH}/samples/of/<str:sample>"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("login", session.enter, name="login"),
    path("logout", session.leave, name="logout"),
    path("password", session.password, name="password"),
    path("setup", setup.first_person, name="setup"),
    path("setup/office", setup.first_office, name="setup-office"),
    path("arrivals/<int:arrival>", arrivals.act, name="arrival"),
    path("batches", batches.listing, name="batches"),
    path("batches/add", batches.add, name="batch-add"),
    path("batches/new", receive.begin, name="batch-new"),
    path(_BATCH, batches.one, name="batch"),
    path(f"{_BATCH}/export", batches.export, name="batch-export"),
    path(f"{_BATCH}/assign", batches.give, name="batch-assign"),
    path(f"{_BATCH}/receive", receive.page, name="receive"),
    path(f"{_BATCH}/receive/files", receive.files, name="receive-files"),
    path(f"{_BATCH}/receive/finish", receive.finish, name="receive-finish"),
    path(f"{_BATCH}/screen", receive.screen, name="batch-screen"),
    path(f"{_BATCH}/letters", letters.listing, name="letters"),
    path(f"{_BATCH}/letters/draft", letters.draft, name="letter-draft"),
    path(f"{_BATCH}/letters/print", letters.together, name="letters-print"),
    path(f"{_LETTER}", letters.one, name="letter"),
    path(f"{_LETTER}/act", letters.act, name="letter-act"),
    path(f"{_LETTER}/file", letters.file, name="letter-file"),
    path(f"{_BATCH}/summary", summary.page, name="summary"),
    path(f"{_BATCH}/summary/<str:name>", summary.file, name="summary-file"),
    path(f"{_DOSSIER}/paper/<str:name>", summary.paper, name="dossier-paper"),
    path(f"{_DOSSIER}/mark", summary.mark, name="dossier-mark"),
    path(f"{_DOSSIER}/tables", tables.page, name="tables"),
    path(f"{_BATCH}/rounds", rounds.listing, name="rounds"),
    path(f"{_DOSSIER}/rounds", rounds.one, name="dossier-rounds"),
    path(f"{_DOSSIER}/supplement", rounds.take_in, name="dossier-supplement"),
    path(f"{_DOSSIER}/extend", rounds.extend, name="dossier-extend"),
    path(f"{_BATCH}/samples", samples.listing, name="samples"),
    path(f"{_BATCH}/samples/plan", samples.plan, name="sample-plan"),
    path(f"{_BATCH}/samples/draw", samples.draw, name="sample-draw"),
    path(f"{_SAMPLE}", samples.one, name="sample"),
    path(f"{_SAMPLE}/call", samples.call, name="sample-call"),
    path(f"{_SAMPLE}/evaluate", samples.evaluate, name="sample-evaluate"),
    path(f"{_SAMPLE}/f/<str:name>", samples.file, name="sample-file"),
    path(_DOSSIER, dossiers.one, name="dossier"),
    path(f"{_DOSSIER}/export", papers.whole, name="dossier-export"),
    path(f"{_DOSSIER}/state", dossiers.set_state, name="dossier-state"),
    path(f"{_DOSSIER}/note", dossiers.note, name="dossier-note"),
    path(f"{_DOSSIER}/recuse", dossiers.recuse, name="dossier-recuse"),
    path(f"{_DOSSIER}/review", review.review, name="review"),
    path(f"{_DOSSIER}/review/note", review.remark, name="review-note"),
    path(f"{_DOSSIER}/review/reading", review.reading, name="review-reading"),
    path(f"{_DOSSIER}/act/<slug:act>", review.act, name="review-act"),
    path(f"{_DOSSIER}/papers", paper_list.papers, name="papers"),
    path(f"{_DOSSIER}/f/<int:number>/p/<int:page>-small.jpg", paper_list.thumbnail, name="thumbnail"),
    path(f"{_DOSSIER}/f/<int:number>", papers.original, name="original"),
    path(f"{_DOSSIER}/f/<int:number>/p/<int:page>.jpg", papers.picture, name="page-picture"),
    path("habits", habits.keep, name="habits"),
    path("jobs", jobs.bar, name="jobs-bar"),
    path("jobs/all", jobs.listing, name="jobs"),
    path("jobs/<int:job>/again", jobs.again, name="job-again"),
    path("jobs/<int:job>/stop", jobs.stop, name="job-stop"),
    path("search", find.find, name="find"),
    path("log", log.log, name="log"),
    path("log/export", log.export, name="log-export"),
    *of_settings,
    *of_rules,
    *of_standing,
]
