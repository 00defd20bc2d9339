"""What a bureau's ledger says of an applicant on the day of reckoning: what validators are given of the past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PastTitle:
    """One unit's past under one regulation.

    ``near`` is empty where it is the applicant by code or name, else the name that nearly agrees. ``barred_until`` is
    the last day on which it may not apply. ``figures``: year → column of the yearly table → what was declared then.
    """

    rulebook: str
    rulebook_title: str
    name: str
    near: str = ""
    number: str = ""
    holds: bool = False
    ends: date | None = None
    again_in_last_year: bool = False
    valid_article: str = ""
    lost_on: date | None = None
    lost_asks: str = ""
    lost_article: str = ""
    barred_until: date | None = None
    recheck_due: date | None = None
    recheck_article: str = ""
    figures: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
