"""Who was asked, by when, what came: working days to the end of the term, overdue first."""

from datetime import date

import pytest

from tests.builders.console import with_rows
from tests.builders.rounds import two_rounds


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path) as (one, batch, rows):
        yield one, batch, rows


def served(place, row, due, state="supplementing"):
    row.letters.create(kind="supplement", state="served", by=place[0].people["zhang"], due_on=due)
    row.state, row.due = state, due
    row.save()


def lines(place, today):
    from console.queries.rounds import supplements

    return supplements(place[0].people["zhang"], place[1], today)


@pytest.mark.parametrize(
    ("today", "left", "late"),
    [
        (date(2026, 2, 12), 5, False),
        (date(2026, 2, 26), 0, False),
        (date(2026, 2, 27), -1, True),
        (date(2026, 3, 2), -3, True),
    ],
)
def test_working_days_until_the_term_ends_and_past_it(place, today, left, late):
    served(place, place[2][0], date(2026, 2, 26))
    (line,) = lines(place, today)
    assert (line.left, line.late, line.waits) == (left, late, True)


def test_overdue_first_then_by_day_and_those_that_have_answered_last(place):
    _, _, (first, second, third, fourth) = place
    served(place, first, date(2026, 3, 20))
    served(place, second, date(2026, 2, 20))
    served(place, third, date(2026, 1, 5), "supplemented")
    assert [line.dossier.key for line in lines(place, date(2026, 3, 1))] == [second.key, first.key, third.key]
    assert fourth.key not in [line.dossier.key for line in lines(place, date(2026, 3, 1))]


def test_in_a_year_that_is_not_loaded_no_days_are_guessed(place):
    served(place, place[2][0], date(2031, 2, 26))
    (line,) = lines(place, date(2031, 2, 20))
    assert line.left is None


def test_what_was_asked_and_what_came(tmp_path):
    with two_rounds(tmp_path) as at:
        (line,) = lines((at.office, at.batch), date(2026, 2, 20))
        assert line.asked > 0
        assert line.files == 1
        assert line.letter.number == "样补〔2026〕1号"


def test_a_void_letter_asks_nothing(place):
    place[2][0].letters.create(kind="supplement", state="void", by=place[0].people["zhang"])
    assert lines(place, date(2026, 3, 1)) == []


@pytest.mark.parametrize(("state", "waits"), [("to_review", True), ("closed_withdrawn", False)])
def test_what_was_served_runs_also_where_nobody_moved_the_dossier_on(place, state, waits):
    letter = {"kind": "supplement", "state": "served", "by": place[0].people["zhang"]}
    place[2][0].letters.create(**letter, served_on=date(2026, 2, 2), due_on=date(2026, 2, 26))
    place[2][0].state = state
    place[2][0].save()
    (line,) = lines(place, date(2026, 2, 27))
    assert (line.waits, line.late) == (waits, waits)


def test_a_longer_list_asks_the_database_no_more_often(place):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    first, *others = place[2]
    served(place, first, date(2026, 2, 26))
    with CaptureQueriesContext(connection) as of_one:
        lines(place, date(2026, 2, 12))
    for row in others:
        served(place, row, date(2026, 2, 26))
    with CaptureQueriesContext(connection) as of_all:
        assert len(lines(place, date(2026, 2, 12))) == len(place[2])
    assert len(of_all) == len(of_one)
