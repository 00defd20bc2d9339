"""How does a reader in the middle of a long file say that it comes on, without knowing who keeps the time?"""

from __future__ import annotations

from collections.abc import Callable


def _nobody() -> None:
    """Where nobody keeps the time nobody listens."""


_heard: list[Callable[[], None]] = [_nobody]


def heard_by(listener: Callable[[], None]) -> None:
    """From now on this is called at every beat in this process."""
    _heard[0] = listener


def beat() -> None:
    """One page, one sheet further."""
    _heard[0]()
