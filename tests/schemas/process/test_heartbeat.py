"""A reader's sign of life reaches whoever listens, and nobody else."""

from __future__ import annotations

from schemas.process import heartbeat


def test_the_last_listener_hears() -> None:
    first, second = [], []
    heartbeat.heard_by(lambda: first.append(1))
    heartbeat.beat()
    heartbeat.heard_by(lambda: second.append(1))
    heartbeat.beat()
    heartbeat.beat()
    heartbeat.heard_by(lambda: None)
    heartbeat.beat()
    assert (len(first), len(second)) == (1, 2)
