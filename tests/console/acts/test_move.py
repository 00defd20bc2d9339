"""A dossier's way through the office: only the steps of the table, checking by another than who prepared it."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, rows):
        rows[0].assignee = one.people["zhang"]
        rows[0].save()
        yield one, rows[0]


def step(place, who, to, why="", version=None):
    from console.acts import move
    from console.acts.move import WantedStep
    from console.events import Actor

    one, row = place
    wanted = WantedStep(to, str(row.version) if version is None else version, why)
    move.moved(Actor(who), one.people[who], row, wanted)
    return row.state


def test_the_whole_way_to_the_letter(place):
    assert step(place, "zhang", "to_check") == "to_check"
    assert step(place, "li", "to_send") == "to_send"
    assert place[1].reviewer.login == "li"


def test_no_step_that_is_not_in_the_table(place):
    with pytest.raises(UsageError, match="不能这样"):
        step(place, "zhang", "supplementing")


def test_nobody_checks_without_the_role(place):
    step(place, "zhang", "to_check")
    with pytest.raises(UsageError, match="复核人"):
        step(place, "zhang", "to_send")


def test_nobody_checks_what_he_prepared(place):
    place[1].assignee = place[0].people["li"]
    place[1].save()
    step(place, "zhang", "to_check")
    with pytest.raises(UsageError, match="以外"):
        step(place, "li", "to_send")


def test_sending_back_asks_for_a_reason_and_puts_it_on_the_clerks_pile(place):
    step(place, "zhang", "to_check")
    with pytest.raises(UsageError, match="理由"):
        step(place, "li", "returned")
    assert step(place, "li", "returned", "第 2 项没有核对") == "returned"
    assert step(place, "zhang", "to_check") == "to_check"


def test_who_looked_at_an_older_state_changes_nothing(place):
    step(place, "zhang", "to_check")
    with pytest.raises(UsageError, match="另有人"):
        step(place, "li", "to_send", version="0")
    assert place[1].state == "to_check"


def test_every_state_has_its_steps_and_every_step_is_a_state():
    from console.acts.move import STEPS
    from console.models import WorkState

    assert set(STEPS) == set(WorkState)
    reached = {step for steps in STEPS.values() for step in steps}
    assert reached == set(WorkState) - {WorkState.NEW}
