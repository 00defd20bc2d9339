"""What does a person say of one round of applications (round.yaml, contract §12)?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class CallForApplications:
    """The 申报通知 of this round; empty and None what nobody wrote down."""

    title: str = ""
    number: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FilingWindow:
    """From when until when applications are taken, both days included; None where it is open."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ExpertMarks:
    """How experts mark, as the call or the bureau lays it down: no regulation states any of it.

    ``weights``: judgement → its highest mark; ``trim``: so many highest and lowest marks are left out;
    ``disagreement``: marks apart at which experts are said to disagree; None where nobody said.
    """

    weights: Mapping[str, int] = field(default_factory=dict)
    trim: int = 0
    disagreement: int | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One round. Empty and None is what nobody wrote down; dossiers are named by their ids.

    ``rulebook``: an id or a path, for dossiers screened with ``--rulebook auto``. ``received``: dossier → the day it
    came in. ``platform_type``: dossier → 综合性 or 专业性. ``quota``: district → how many it may recommend.
    ``supplement_days``: working days to answer a 补正通知书. ``experts``: how they mark.
    """

    rulebook: str = ""
    notice: CallForApplications | None = None
    window: FilingWindow | None = None
    received: Mapping[str, date] = field(default_factory=dict)
    platform_type: Mapping[str, str] = field(default_factory=dict)
    quota: Mapping[str, int] = field(default_factory=dict)
    supplement_days: int | None = None
    experts: ExpertMarks = ExpertMarks()

    def titled(self) -> str:
        """The call as letters name it, 《标题》（文号）; empty where nobody wrote one down."""
        if self.notice is None or not self.notice.title:
            return ""
        return f"《{self.notice.title}》" + (f"（{self.notice.number}）" if self.notice.number else "")


NO_ROUND = Round()
