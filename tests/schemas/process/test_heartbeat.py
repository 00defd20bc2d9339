"""A reader's sign of life reaches whoever listens, and nobody else."""

from __future__ import annotations

from schemas.process import heartbeat


def test_the_last_listener_hears() -> None:
    first, second = [], []
    heartbeat.heard_by(lambda *_: first.append(1))
    heartbeat.beat()
    heartbeat.heard_by(lambda *_: second.append(1))
    heartbeat.beat()
    heartbeat.beat()
    heartbeat.heard_by(lambda *_: None)
    heartbeat.beat()
    assert (len(first), len(second)) == (1, 2)


def test_the_page_is_told_where_it_is_known() -> None:
    heard: list[tuple[int, int]] = []
    heartbeat.heard_by(lambda page, of: heard.append((page, of)))
    heartbeat.beat(2, 5)
    heartbeat.beat(3)
    heartbeat.beat()
    heartbeat.heard_by(lambda *_: None)
    assert heard == [(2, 5), (3, 0), (0, 0)]
