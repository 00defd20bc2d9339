"""How does a reader in the middle of a long file say that it comes on, without knowing who keeps the time?"""

from __future__ import annotations

from collections.abc import Callable


def _nobody(page: int, of: int) -> None:
    """Where nobody keeps the time nobody listens."""


_heard: list[Callable[[int, int], None]] = [_nobody]


def heard_by(listener: Callable[[int, int], None]) -> None:
    """From now on this is called at every beat in this process."""
    _heard[0] = listener


def beat(page: int = 0, of: int = 0) -> None:
    """One page, one sheet further: this one, of so many; 0 where that is not known."""
    _heard[0](page, of)
