"""Every address with everybody: who gets in, who is refused, for whom there is none. A new address is listed here."""

import re

import pytest
from django.urls import get_resolver

from tests.builders.every_page import furnished
from tests.builders.ledger import code

EVERYBODY = ("nobody", "reader", "clerk", "checker", "admin", "outsider", "barred")
NOBODY, READER, CLERK, CHECKER, ADMIN, OUTSIDER, BARRED = EVERYBODY
LOGIN = "login"


def row(*answers, post=False):
    return dict(zip(EVERYBODY, answers, strict=True)), post


# What a request comes to: 200, or 302 where an act is done and its page shown again; "login" is the way to the login.
ANYBODY = row(LOGIN, 200, 200, 200, 200, 200, 200)
READING = row(LOGIN, 200, 200, 200, 403, 200, 200)
OF_A_BATCH = row(LOGIN, 200, 200, 200, 403, 404, 200)
OF_A_DOSSIER = row(LOGIN, 200, 200, 200, 403, 404, 404)
DECIDING_ANYWHERE = row(LOGIN, 403, 200, 200, 403, 200, 200)
DECIDING_IN_A_BATCH = row(LOGIN, 403, 200, 200, 403, 404, 200)
ACT_ON_A_BATCH = row(LOGIN, 403, 302, 302, 403, 404, 302, post=True)
DECIDING = row(LOGIN, 403, 200, 200, 403, 404, 404)
ACT_ON_A_DOSSIER = row(LOGIN, 403, 302, 302, 403, 404, 404, post=True)
ACT_ANYWHERE = row(LOGIN, 403, 302, 302, 403, 302, 302, post=True)
ADMINISTERING = row(LOGIN, 403, 403, 403, 200, 403, 403)
PAGES = {
    "desk": ANYBODY,
    # There is no such arrival.
    "arrival": row(LOGIN, 403, 404, 404, 403, 404, 404, post=True),
    "login": row(200, 200, 200, 200, 200, 200, 200),
    "logout": row(LOGIN, 302, 302, 302, 302, 302, 302, post=True),
    "password": ANYBODY,
    "setup": row(404, 404, 404, 404, 404, 404, 404),
    "setup-office": ADMINISTERING,
    "batches": row(LOGIN, 200, 200, 200, 200, 200, 200),
    "batch-add": ADMINISTERING,
    "batch": OF_A_BATCH,
    "batch-export": OF_A_BATCH,
    "batch-assign": ACT_ON_A_BATCH,
    "batch-new": DECIDING_ANYWHERE,
    "receive": DECIDING_IN_A_BATCH,
    # Files under no token are refused.
    "receive-files": row(LOGIN, 403, 400, 400, 403, 404, 400, post=True),
    "receive-finish": ACT_ON_A_BATCH,
    "batch-screen": ACT_ON_A_BATCH,
    "letters": OF_A_BATCH,
    "letter-draft": ACT_ON_A_BATCH,
    "letters-print": row(LOGIN, 403, 200, 200, 403, 404, 200, post=True),
    "letter": DECIDING,
    "letter-act": ACT_ON_A_DOSSIER,
    "letter-file": DECIDING,
    "summary": OF_A_BATCH,
    # A table of all dossiers is none for somebody who may not see one of them.
    "summary-file": row(LOGIN, 403, 200, 200, 403, 404, 404),
    "dossier-paper": DECIDING,
    "dossier-mark": ACT_ON_A_DOSSIER,
    "tables": DECIDING,
    "rounds": OF_A_BATCH,
    "dossier-rounds": OF_A_DOSSIER,
    "dossier-supplement": ACT_ON_A_DOSSIER,
    "dossier-extend": ACT_ON_A_DOSSIER,
    "samples": OF_A_BATCH,
    "sample-plan": DECIDING_IN_A_BATCH,
    "sample-draw": ACT_ON_A_BATCH,
    # The sample is of the dossier that one of them is barred from.
    "sample": OF_A_DOSSIER,
    "sample-call": DECIDING,
    "sample-evaluate": ACT_ON_A_DOSSIER,
    "sample-file": DECIDING,
    "dossier": OF_A_DOSSIER,
    "dossier-export": DECIDING,
    "dossier-state": ACT_ON_A_DOSSIER,
    "dossier-note": ACT_ON_A_DOSSIER,
    # Without a reason nobody is barred.
    "dossier-recuse": ACT_ON_A_DOSSIER,
    "review": DECIDING,
    "review-note": ACT_ON_A_DOSSIER,
    "review-reading": DECIDING,
    # An act without a version is refused as outdated, and shows the card again.
    "review-act": row(LOGIN, 403, 409, 409, 403, 404, 404, post=True),
    "original": DECIDING,
    "page-picture": DECIDING,
    "papers": DECIDING,
    "thumbnail": DECIDING,
    # How somebody has the review screen is his own, whoever's batch is open.
    "habits": row(LOGIN, 403, 204, 204, 403, 204, 204, post=True),
    "jobs": ANYBODY,
    "jobs-bar": ANYBODY,
    "job-again": row(LOGIN, 403, 302, 302, 302, 302, 302, post=True),
    "job-stop": row(LOGIN, 403, 302, 302, 302, 302, 302, post=True),
    "standing": READING,
    "standing-export": READING,
    "standing-import": ACT_ANYWHERE,
    "standing-due": READING,
    "standing-due-export": READING,
    "standing-platform": READING,
    "standing-new": DECIDING_ANYWHERE,
    "standing-record": ACT_ANYWHERE,
    "standing-void": ACT_ANYWHERE,
    "standing-publicity": READING,
    "standing-publish": ACT_ANYWHERE,
    "standing-recognise": ACT_ANYWHERE,
    "standing-objected": ACT_ANYWHERE,
    "standing-papers": READING,
    "standing-paper": DECIDING_ANYWHERE,
    "standing-papers-all": DECIDING_ANYWHERE,
    "find": READING,
    "log": ADMINISTERING,
    "log-export": ADMINISTERING,
    "rules": ANYBODY,
    "rulebook": ANYBODY,
    "rulebook-add": ADMINISTERING,
    "rulebook-draft": ADMINISTERING,
    "rulebook-rehearsal": ADMINISTERING,
    **dict.fromkeys(
        (
            *("admin-people", "admin-person", "admin-batches", "admin-batch", "admin-office", "admin-house"),
            *("admin-incoming", "admin-templates", "admin-template", "admin-template-trial"),
            *("admin-holidays", "admin-network", "admin-authority", "admin-backups", "admin-machine"),
        ),
        ADMINISTERING,
    ),
}

FILES = (
    "original",
    "page-picture",
    "thumbnail",
    "log-export",
    "batch-export",
    "sample-file",
    "letter-file",
    "admin-authority",
    *("standing-export", "standing-due-export", "standing-paper", "standing-papers-all"),
    *("summary-file", "dossier-paper", "dossier-export", "admin-template", "admin-template-trial"),
)
"""What is no page."""


@pytest.fixture(scope="module")
def place(tmp_path_factory, database):
    assert database
    people = (
        (CLERK, ("decides",), CLERK),
        (READER, ("reads",), READER),
        (CHECKER, ("decides", "checks"), CHECKER),
        (BARRED, ("decides", "checks"), BARRED),
    )
    with furnished(tmp_path_factory.mktemp("furnished"), *people) as at:
        at.office.person(ADMIN, "administers")
        at.office.person(OUTSIDER, "decides", "checks")
        at.dossier.recusals.create(person=at.office.people[BARRED], by=at.office.people[ADMIN])
        yield at


def names():
    office_urls = get_resolver("console.urls").url_patterns
    return [pattern.name for pattern in office_urls]


def test_every_address_is_listed():
    assert sorted(names()) == sorted(PAGES), "a new address says here who gets in"


@pytest.mark.parametrize("name", sorted(PAGES))
@pytest.mark.parametrize("whoever", EVERYBODY)
def test_who_gets_in(place, name, whoever):
    expected, post = PAGES[name]
    client = place.office.browser("" if whoever == NOBODY else whoever)
    where = place.address(name)
    if post:
        assert client.get(where).status_code in (302, 403, 404, 405), "no act by a GET"
    given = {"rule": "condition.staff_count", "text": "看过", "what": "figures.staff_count.form", "value": "3"}
    given |= {"of": code(1), "on": "2026-06-15", "platform": code(1), "ground": "twice"}
    answer = client.post(where, given) if post else client.get(where, given)
    if expected[whoever] == LOGIN:
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/login")
    else:
        assert answer.status_code == expected[whoever], answer.content.decode()[:400]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_page_says_what_it_needs(name):
    pattern = next(one for one in get_resolver("console.urls").url_patterns if one.name == name)
    assert hasattr(pattern.callback, "need"), "a page without @needs or @public is open to everybody"


@pytest.mark.parametrize("whoever", [READER, CLERK, CHECKER, ADMIN])
def test_pages_hold_no_script_and_no_style_of_their_own(place, whoever):
    for name, (expected, post) in PAGES.items():
        if post or expected[whoever] != 200 or name in FILES:
            continue
        text = place.office.browser(whoever).get(place.address(name)).content.decode()
        assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|javascript:", text), name
