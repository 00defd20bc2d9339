"""Who reads a result?"""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Who reads: the bureau; the applicant, who may not see others' phones; anybody."""

    INTERNAL = "internal"
    APPLICANT = "applicant"
    PUBLIC = "public"
