"""Lists as their addresses say; what lies on a desk."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 4) as made:
        yield made


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({}, "D1 D2 D3 D4"),
        ({"order": "left"}, "D4 D3 D2 D1"),
        ({"order": "nothing"}, "D1 D2 D3 D4"),
        ({"q": "第2家"}, "D2"),
        ({"q": "D3"}, "D3"),
        ({"state": "returned"}, "D3"),
        ({"fault": "materials"}, "D2"),
        ({"fault": "password"}, "D1 D2 D3 D4"),
        ({"verdict": "supplement"}, "D4"),
        ({"mine": "1"}, "D1"),
    ],
)
def test_filters_and_orders(place, asked, keys):
    from console.queries.worklists import ListFilter, listed

    one, batch, rows = place
    rows[0].assignee, rows[1].materials = one.people["zhang"], 2
    rows[2].state, rows[3].verdict = "returned", "supplement"
    for row in rows:
        row.save()
    wanted = ListFilter.of(asked)
    assert " ".join(row.key for row in listed(one.people["zhang"], batch, wanted)) == keys
    assert ListFilter.of(dict(part.split("=") for part in wanted.said()[1:].split("&") if part)).order == wanted.order


def test_what_lies_on_a_desk(place):
    from console.queries.worklists import desk

    one, _, rows = place
    today = timezone.localdate()
    for row, state in zip(rows, ("to_review", "returned", "to_check", "supplementing"), strict=True):
        row.state, row.assignee, row.due = state, one.people["zhang"], today + timedelta(days=3)
        row.save()
    zhang, li = desk(one.people["zhang"], today), desk(one.people["li"], today)
    assert [row.key for row in zhang.returned] == ["D2"]
    assert [row.key for row in zhang.due] == ["D4"]
    assert zhang.to_check == []
    assert [row.key for row in li.to_check] == ["D3"]
    assert li.mine == []


@pytest.mark.parametrize(("days", "there"), [(-30, True), (3, True), (4, False)])
def test_what_is_due_within_days(place, days, there):
    from console.queries.worklists import desk

    one, _, rows = place
    today = timezone.localdate()
    rows[0].state, rows[0].assignee, rows[0].due = "supplementing", one.people["zhang"], today + timedelta(days=days)
    rows[0].save()
    assert bool(desk(one.people["zhang"], today).due) is there


def test_counts_of_a_batch(place):
    from console.queries.worklists import overview, verdict_counts

    one, batch, rows = place
    rows[0].state = "closed_proposed"
    rows[0].save()
    told = overview(one.people["zhang"]).get()
    assert (told.count, told.left, told.closed) == (4, 10, 1)
    assert verdict_counts(one.people["zhang"], batch) == {"": 4}
