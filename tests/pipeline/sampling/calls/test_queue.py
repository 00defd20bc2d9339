"""Whom to call next: the drawn in order, reserves where somebody was silent, nobody twice before all once."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.sampling.calls.queue import CallQueue, queue
from pipeline.sampling.callsheet.readback import Answer, Filled, RowPlace
from pipeline.sampling.callsheet.wording import paper

PAPER = paper("enterprises")
OUTCOMES = {one.id: one for one in PAPER.outcomes}


def asked(said: Mapping[str, str], attempts: Mapping[str, int] | None = None) -> CallQueue:
    """Two drawn (甲, 乙), two reserves in the same stratum, one of another, one at risk; what each said."""
    rows = [("甲", "picked", "一"), ("乙", "picked", "一"), ("备1", "reserve", "一"), ("备2", "reserve", "一")]
    rows += [("别", "reserve", "二"), ("险", "risk", "一")]
    answers = tuple(
        Answer(
            {"unit": unit, "role": role, "stratum": stratum}, OUTCOMES.get(said.get(unit, "")), RowPlace("", None, "")
        )
        for unit, role, stratum in rows
    )
    return queue(Filled({}, PAPER, answers), attempts or {})


def names(of: CallQueue) -> list[str]:
    return [answer.key for answer in of.waiting]


def test_the_drawn_wait_in_their_order_and_the_reserves_stay_closed() -> None:
    now = asked({})
    assert names(now) == ["甲", "乙", "险"]
    assert (now.answered, now.wanted, now.left) == (0, 2, 2)


def test_whoever_was_called_already_waits_behind_the_others() -> None:
    assert names(asked({}, {"甲": 1})) == ["乙", "甲", "险"]


def test_a_silent_one_opens_one_reserve_of_its_stratum_and_a_silent_reserve_the_next() -> None:
    assert names(asked({"甲": "dead_number"})) == ["乙", "备1", "险"]
    assert names(asked({"甲": "dead_number", "备1": "refused"})) == ["乙", "备2", "险"]


def test_who_denies_has_answered_and_opens_no_reserve() -> None:
    now = asked({"甲": "denied", "乙": "satisfied"})
    assert names(now) == ["险"]
    assert (now.answered, now.left) == (2, 0)


def test_a_reserve_that_answered_counts_in_place_of_the_silent_one() -> None:
    now = asked({"甲": "dead_number", "乙": "satisfied", "备1": "very_satisfied"})
    assert (now.answered, now.left, names(now)) == (2, 0, ["险"])
