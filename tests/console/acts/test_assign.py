"""Dossiers go to one person, by turn or evenly; never to somebody who is barred, nor to a stranger."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path) as made:
        yield made


def give(place, to, rows=None):
    from console.acts import assign
    from console.events import Actor

    one, batch, every = place
    chosen = [str(row.pk) for row in (every if rows is None else rows)]
    told = assign.given(Actor("张三"), one.people["zhang"], batch, chosen, to)
    for row in every:
        row.refresh_from_db()
    return told


def holders(place):
    return [row.assignee.login if row.assignee else "" for row in place[2]]


def test_all_to_one(place):
    give(place, str(place[0].people["li"].pk))
    assert holders(place) == ["li"] * 4


def test_by_turn(place):
    give(place, "turn")
    assert sorted(holders(place)) == ["li", "li", "zhang", "zhang"]
    assert holders(place)[0] != holders(place)[1]


def test_evenly_by_what_is_left_to_do(place):
    give(place, "even")
    load = {}
    for row in place[2]:
        load[row.assignee.login] = load.get(row.assignee.login, 0) + row.left
    assert max(load.values()) - min(load.values()) <= max(row.left for row in place[2])


@pytest.mark.parametrize("to", ["turn", "even"])
def test_nobody_gets_what_he_is_barred_from(place, to):
    one, _, rows = place
    for row in rows:
        row.recusals.create(person=one.people["li"], by=one.people["wang"])
    give(place, to)
    assert holders(place) == ["zhang"] * 4


def test_a_dossier_that_nobody_may_have_stays_without_anybody(place):
    one, _, rows = place
    rows[2].recusals.create(person=one.people["li"], by=one.people["wang"])
    told = give(place, str(one.people["li"].pk))
    assert holders(place) == ["li", "li", "", "li"]
    assert "回避" in told


def test_taking_away(place):
    give(place, "turn")
    give(place, "none")
    assert holders(place) == [""] * 4


@pytest.mark.parametrize("to", ["", "999", "x"])
def test_nobody_chosen_is_said(place, to):
    with pytest.raises(UsageError):
        give(place, to)


def test_nothing_chosen_is_said(place):
    with pytest.raises(UsageError, match="勾选"):
        give(place, "turn", rows=[])
