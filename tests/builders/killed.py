"""A day's work on a served console whose processes are killed at any moment; and what must hold of it afterwards."""

from __future__ import annotations

import json
import random
import re
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.builders.served import PATIENCE, ServedConsole, Visitor

POINT = "material.11.3b"
_STEPS = (("confirm", "li"), ("check", "zhang"), ("void", "zhang"))
"""The first that a letter's page offers is taken: confirmed where it waits, sent to check as a draft, else void."""


@dataclass(slots=True)
class WorkedDay:
    """What was shown as saved: reasons of decisions, notes, numbers of letters; and how often it was killed."""

    decided: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    numbered: list[str] = field(default_factory=list)
    asked: int = 0
    killed: int = 0
    left_alive: int = 0


def work(console: ServedConsole, address: tuple[int, int], day: WorkedDay, over: threading.Event, name: str) -> None:
    """Decide, note and write letters until it is over; whatever was not answered may or may not have been done.

    ``address``: the numbers of the batch and of its dossier.
    """
    (batch, dossier), at = address, 0
    where = f"/b/{batch}/d/{dossier}"
    people = {who: Visitor(console) for who in ("zhang", "li")}
    while not over.is_set():
        at += 1
        if any(people[who].get("/").status != 200 for who in people):
            _logged_in(people, over)
            continue
        word = f"{name}{at}"
        day.asked += 1
        page = people["zhang"].get(f"{where}/review?point={POINT}")
        given = page.hidden("/act/accept") | {"reason": f"理由{word}。"}
        if people["zhang"].post(f"{where}/act/accept", given).status == 302:
            day.decided.append(f"理由{word}。")
        note = page.hidden("/review/note") | {"text": f"备注{word}。", "rule": POINT}
        if people["zhang"].post(f"{where}/review/note", note).status == 302:
            day.noted.append(f"备注{word}。")
        _letter(people, batch, dossier, day)


def _logged_in(people: dict[str, Visitor], over: threading.Event) -> None:
    until = time.monotonic() + PATIENCE
    while any(people[who].login(who).status != 302 for who in people):
        assert time.monotonic() < until, "nobody can log in"
        if over.wait(0.1):
            return


def _letter(people: dict[str, Visitor], batch: int, dossier: int, day: WorkedDay) -> None:
    """The letter one step on its way: drafted, checked, numbered, void, drafted anew."""
    token = people["zhang"].get(f"/b/{batch}/letters").hidden("/letters/draft")
    asked = {"dossier": str(dossier), "kind": "supplement"}
    place = people["zhang"].post(f"/b/{batch}/letters/draft", token | asked).location
    if "/letters/" not in place:
        return
    page = people["li"].get(place)
    step, who = next((one for one in _STEPS if f'value="{one[0]}"' in page.text), ("", "zhang"))
    given = people[who].get(place).hidden("/act") | {"to": step, "reason": "试验"}
    answer = people[who].post(f"{place}/act", given)
    if step == "confirm" and answer.status == 302:
        day.numbered += re.findall(r"试〔\d{4}〕\d+号", people[who].get(place).text)[:1]


def killed_at_random(console: ServedConsole, day: WorkedDay, times: int, seed: int, longest: float = 3.0) -> None:
    """The web process and the worker killed by turns, so many times, each after some moment; begun again each time."""
    lots = random.Random(seed)
    for turn in range(times):
        _wait_for_work(day)
        time.sleep(lots.uniform(0.0, longest))
        worker = console.worker()
        if turn % 2 and worker is not None:
            worker.kill()
        else:
            children = console.kill()
            _, alive = psutil.wait_procs(children, PATIENCE / 4)
            day.left_alive += len(alive)
            console.begin()
        day.killed += 1


def _wait_for_work(day: WorkedDay) -> None:
    """Until somebody is at work again: a console that is killed while it starts tells little."""
    before, until = day.asked, time.monotonic() + PATIENCE
    while day.asked == before and time.monotonic() < until:
        time.sleep(0.05)


def problems(day: WorkedDay, folder: Path, results: Path) -> list[str]:
    """What was shown as saved and is gone, what is there twice, numbers with a gap or a twin; empty where all holds."""
    log = [json.loads(line) for line in (results / "decisions-log.jsonl").read_text(encoding="utf-8").splitlines()]
    decided = [word for line in log for word in re.findall(r"理由\w+。", json.dumps(line["after"], ensure_ascii=False))]
    with sqlite3.connect(folder / "console.sqlite3") as database:
        noted = [row[0] for row in database.execute("SELECT text FROM console_note")]
        numbers = [row[0] for row in database.execute("SELECT number FROM console_letterrecord WHERE number <> ''")]
        series = database.execute("SELECT next FROM console_numberseries").fetchall()
    found = [f"lost: {one}" for one in set(day.decided) - set(decided)]
    found += [f"lost: {one}" for one in set(day.noted) - set(noted)]
    found += [f"lost: {one}" for one in set(day.numbered) - set(numbers)]
    found += [f"twice: {one}" for listed in (decided, noted, numbers) for one in set(listed) if listed.count(one) > 1]
    counted = sorted(int(re.findall(r"(\d+)号", one)[0]) for one in numbers)
    if counted != list(range(1, len(counted) + 1)):
        found.append(f"numbers with a gap: {counted}")
    if numbers and series != [(len(numbers) + 1,)]:
        found.append(f"the next number is {series} after {len(numbers)}")
    return found
