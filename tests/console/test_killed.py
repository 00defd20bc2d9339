"""Killed at any moment: nothing that was shown as saved is lost, nothing is there twice, numbers have no gap."""

import os
import sys
import threading

import pytest

from tests.builders.console import at_work, kept
from tests.builders.killed import WorkedDay, killed_at_random, problems, work
from tests.builders.served import ServedConsole, Visitor

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals")


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        one.hashed_as_served()
        kept(results)
        (one.folder / "office.yaml").write_text("name: 示例局\nsign: 试\n", encoding="utf-8")
        cache = os.environ["DOSSIER_CACHE"]
        address = batch.pk, batch.dossiers.order_by("order").last().pk
    console = ServedConsole(one.folder, environment={"DOSSIER_CACHE": cache})
    console.begin()
    yield console, address, results
    console.end()


def test_web_process_and_worker_killed_while_two_people_work(place):
    console, address, results = place
    day, over = WorkedDay(), threading.Event()
    working = threading.Thread(target=work, args=(console, address, day, over, "甲"))
    working.start()
    try:
        killed_at_random(console, day, 4, seed=1)
    finally:
        over.set()
        working.join()
    assert day.killed == 4
    assert day.left_alive == 0
    assert day.decided
    assert day.noted
    assert problems(day, console.folder, results) == []


def test_a_second_console_on_the_same_folder_is_refused(place):
    console, _, _ = place
    second = ServedConsole(console.folder)
    with pytest.raises(AssertionError, match="has ended"):
        second.begin()
    assert Visitor(console).login("zhang").status == 302
