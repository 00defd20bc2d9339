"""Several points that stand together are one act; a waiver says until when; it is looked at by somebody who checks."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import at_work


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as made:
        yield made


def seat(place, who="zhang", rules=("material.11.3b",), **form):
    from console.acts.seat import Seat
    from pipeline.decisions.change import seen

    one, batch, results = place
    key = batch.dossiers.order_by("order").last().key
    return Seat(results, key, one.people[who], seen(results, key), {"reason": "可", **form}, rules)


def decided(place):
    from pipeline.decisions import file

    return {one.rule: one for one in file.load(place[2]).decisions}


def test_several_points_are_accepted_at_once(place):
    from console.acts import decide

    told = decide.accept(seat(place, rules=("material.11.3b", "material.11.4b")))
    assert set(decided(place)) == {"material.11.3b", "material.11.4b"}
    assert "2 项" in told


def test_a_waiver_says_until_when(place):
    from console.acts import decide

    decide.waive(seat(place, until="2026-05-01"))
    assert decided(place)["material.11.3b"].reason == "可（至2026年5月1日补齐）"


@pytest.mark.parametrize("form", [{"reason": ""}, {"until": "明天"}])
def test_what_is_not_whole_is_refused(place, form):
    from console.acts import decide

    with pytest.raises(UsageError):
        decide.waive(seat(place, **form))
    assert not decided(place)


def test_a_waiver_is_confirmed_by_another_who_checks(place):
    from console.acts import decide

    decide.waive(seat(place))
    with pytest.raises(UsageError, match="复核人"):
        decide.confirm(seat(place))
    decide.confirm(seat(place, "li"))
    assert decided(place)["material.11.3b"].second == "李四"


def test_nobody_confirms_his_own(place):
    from console.acts import decide

    decide.waive(seat(place, "li"))
    with pytest.raises(UsageError, match="以外"):
        decide.confirm(seat(place, "li"))
