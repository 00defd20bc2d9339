"""When is a paper of the checklist asked for at all, and how long must it hold?"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.regulation.bounds import Whom


@dataclass(frozen=True, slots=True)
class Validity:
    """The paper must be valid on the day of reckoning (``on_day``), or for so many years (``years``; 0: not asked)."""

    on_day: bool = False
    years: int = 0


@dataclass(frozen=True, slots=True)
class Needed:
    """Where an item is asked for; exactly one is set.

    ``whom``: of these applicants. ``blank`` and ``filled``: where that blank of the form is filled, or left blank.
    ``condition`` and ``met``: where that condition is met, or is not (its rule id without condition.).
    ``way``: direct, where the applicant goes by a way that needs no points; points, where it does not.
    ``words`` as the checklist says it.
    """

    words: str
    whom: Whom | None = None
    blank: str = ""
    filled: bool = True
    condition: str = ""
    met: bool = True
    way: str = ""
