"""Who is told of which file; which are left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.workers import journal
from pipeline.workers.journal import TOGETHER, PageRead, Place, Said, Step
from schemas.process import heartbeat


@pytest.fixture
def told() -> Iterator[list[Place]]:
    heard: list[Place] = []
    journal.listened(heard.append, {Place(Step.READ, "坏.pdf"): "坏。"})
    yield heard
    journal.listened(lambda _: None, {})


def test_a_file_is_announced(told: list[Place]) -> None:
    assert not journal.begins(Step.READ, "好.pdf")
    assert told == [Place(Step.READ, "好.pdf")]


def test_a_file_that_is_left_alone_is_not(told: list[Place]) -> None:
    assert journal.begins(Step.READ, "坏.pdf") == "坏。"
    assert told == []


def test_only_for_what_it_died_over(told: list[Place]) -> None:
    assert not journal.begins(Step.PICTURED, "坏.pdf")
    assert told == [Place(Step.PICTURED, "坏.pdf")]
    assert journal.left_alone(Step.READ, "坏.pdf")
    assert not journal.left_alone(Step.READ, "好.pdf")


def test_a_reader_that_comes_on_says_so(told: list[Place]) -> None:
    journal.begins(Step.READ, "好.pdf")
    heartbeat.beat()
    journal.begins(Step.DOSSIER)
    assert told == [Place(Step.READ, "好.pdf"), Place(Step.READ, "好.pdf"), TOGETHER]


def test_a_page_is_told_with_its_file(told: list[Said]) -> None:
    journal.begins(Step.READ, "好.pdf")
    heartbeat.beat(2, 7)
    assert told[1:] == [PageRead(Place(Step.READ, "好.pdf"), 2, 7)]


def test_where_nobody_listens_nothing_happens() -> None:
    heartbeat.beat()
    assert not journal.begins(Step.READ, "坏.pdf")
