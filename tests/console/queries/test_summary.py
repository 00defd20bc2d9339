"""How a batch stands today."""

from datetime import datetime

from tests.builders.console import with_rows


def test_states_what_is_left_and_what_was_done_since_midnight(tmp_path):
    from console import events
    from console.events import Actor
    from console.models import WorkState
    from console.queries.summary import of_day

    with with_rows(tmp_path) as (one, batch, rows):
        rows[0].state = WorkState.TO_CHECK
        rows[0].save()
        events.noted(Actor("张三"), "核定", rows[0])
        events.noted(Actor("张三"), "登录")
        today = datetime.now().astimezone().date()
        day = of_day(one.people["zhang"], batch, today)
        assert day.states == [("待核", 3), ("待复核", 1)]
        assert day.left == 1 + 2 + 3 + 4
        assert day.done == [("核定", 1)]
        assert of_day(one.people["zhang"], batch, today.replace(year=2020)).done == []
        rows[1].recusals.create(person=one.people["zhang"], by=one.people["wang"])
        assert len(of_day(one.people["zhang"], batch, today).dossiers) == 3
