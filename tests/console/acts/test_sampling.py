"""抽查 in the office: a plan in words, a draw, calls one by one, and what they prove; the files are the command's."""

import pytest

from schemas.errors import UsageError
from tests.builders.commands import dossier as command
from tests.builders.console import at_work


@pytest.fixture(scope="module")
def place(tmp_path_factory, database):
    assert database
    with at_work(tmp_path_factory.mktemp("office")) as (one, batch, results):
        yield one, batch, batch.dossiers.order_by("order").first(), results


def by():
    from console.events import Actor

    return Actor("张三")


def found(place, name):
    from console.results import samples

    one, batch, _, _ = place
    return samples.sample(batch, one.people["zhang"], name)


def wish(place, **said):
    from console.acts.sampling import SampleWish

    return SampleWish(place[2], "enterprises", **said)


def test_the_plan_says_how_many_prove_what_and_that_fewer_do_not(place):
    from console.acts.sampling import sentence

    enough = sentence(wish(place, at_least="80").prepared())
    assert "全部接受过服务且表示满意，才能说明不低于 80%" in enough
    assert "不足以说明不低于 80%" in sentence(wish(place, at_least="80", size="1").prepared())


@pytest.mark.parametrize(("said", "why"), [({"size": "0"}, "正整数"), ({"at_least": "很多"}, "百分数")])
def test_what_is_no_number_is_asked_again(place, said, why):
    with pytest.raises(UsageError, match=why):
        wish(place, **said).prepared()


def test_calls_are_put_down_until_nobody_waits_and_the_command_finds_the_same(place):
    from console.acts import sampling
    from console.models import LoggedEvent

    name = sampling.drawn(by(), place[1], wish(place, size="3"))
    drawn = found(place, name)
    assert (drawn.calls.answered, drawn.calls.wanted, drawn.evaluation) == (0, 3, None)
    assert command("sample", "verify", drawn.folder).exit_code == 0
    while waiting := found(place, name).calls.waiting:
        said = {"unit": waiting[0].key, "outcome": "satisfied", "person": "王五"}
        sampling.called(by(), place[1], found(place, name), said)
    record = sampling.evaluated(by(), place[1], found(place, name))
    assert (record["answered"], record["agreed"]) == (3, 3)
    done = command("sample", "evaluate", drawn.folder / "callsheet.xlsx", "--out", drawn.folder / "again.docx")
    assert done.exit_code == 0, done.output
    assert (drawn.folder / "again.docx").is_file()
    assert found(place, name).evaluation["agreed"] == 3
    told = [event.event for event in LoggedEvent.objects.order_by("pk")]
    assert told.count("抽查通话") == 3


def test_nobody_answered_keeps_the_unit_waiting_behind_the_others(place):
    from console.acts import sampling

    name = sampling.drawn(by(), place[1], wish(place, size="2"))
    first = found(place, name).calls.waiting[0]
    sampling.called(by(), place[1], found(place, name), {"unit": first.key, "outcome": ""})
    after = found(place, name)
    assert after.calls.waiting[-1].key == first.key
    assert after.attempts == {first.key: 1}


def test_a_second_draw_stands_beside_the_first(place):
    from console.acts import sampling

    assert sampling.drawn(by(), place[1], wish(place, size="2")) != sampling.drawn(
        by(), place[1], wish(place, size="2")
    )
