"""What does a draft know beside the text of a clause: the loose blanks of the form, the place of the regulation?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank
from pipeline.drafting.points import TextSpan


@dataclass(frozen=True, slots=True)
class DraftSetting:
    """Blanks that are printed and that no known one is, and the division that the regulation is for."""

    blanks: Sequence[LooseBlank] = ()
    region: str = ""
    papers: Sequence[str] = ()
    """Kinds of paper in the checklist that would show what must not have happened."""
    stated: frozenset[str] | None = None
    """Measures of ours that the forms have a place for; None where nothing is known of the forms."""
    spoken: Sequence[TextSpan] = ()
    """Where the text gives points: its numbers there are no bounds of their own."""


NOTHING_BESIDE = DraftSetting()
