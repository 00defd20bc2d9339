"""The log: a line that is changed, taken out or put in between is seen."""

import pytest

from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, rows):
        from console import events

        for number in range(5):
            events.noted(events.Actor("张三", "10.0.0.7"), f"第{number}件", rows[0], before="待核", number=number)
        yield one, batch, rows


def test_a_log_that_nobody_touched_stands(place):
    from console import events
    from console.models import LoggedEvent

    assert events.problems() == []
    last = LoggedEvent.objects.last()
    assert (last.by, last.batch, last.dossier, last.address) == ("张三", "春季批次", place[2][0].key, "10.0.0.7")


@pytest.mark.parametrize("field", ["by", "at", "event", "dossier", "facts"])
def test_a_changed_line_is_seen(place, field):
    from console import events
    from console.models import LoggedEvent

    assert place
    LoggedEvent.objects.filter(event="第2件").update(**{field: {"x": 1} if field == "facts" else "x"})
    assert any("校验值" in one for one in events.problems())


def test_a_line_that_was_taken_out_is_seen(place):
    from console import events
    from console.models import LoggedEvent

    assert place
    LoggedEvent.objects.filter(event="第2件").delete()
    assert any("接不上" in one for one in events.problems())


def test_two_who_write_at_once_are_both_in_the_chain(place):
    import threading

    from django.db import connections

    from console import events

    def write():
        for number in range(10):
            events.noted(events.Actor("李四"), "同时", None, number=number)
        connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    from console.models import LoggedEvent

    assert LoggedEvent.objects.filter(event="同时").count() == 40
    assert events.problems() == []
    assert place
