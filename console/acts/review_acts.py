"""Which acts are there on the review screen, by the word in their address?"""

from __future__ import annotations

from collections.abc import Mapping

from console.acts import correct, decide, name_paper, own_point, take_back
from console.acts.settle import ReviewAct

ACTS: Mapping[str, ReviewAct] = {
    "accept": decide.accept,
    "overrule": decide.overrule,
    "waive": decide.waive,
    "confirm": decide.confirm,
    "correct": correct.correct,
    "paper": name_paper.name_paper,
    "own": own_point.add,
    "undo": take_back.undo,
}
