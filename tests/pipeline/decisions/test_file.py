"""What was decided about a batch, parted by dossier."""

from datetime import date

import pytest

from pipeline.decisions.file import Decided, box
from schemas.clerk_input import OwnFinding
from schemas.decisions import Choice, Decision
from schemas.errors import UsageError
from schemas.status import Disposition

DAY = date(2026, 3, 1)
OWN = OwnFinding(1, "合同已到期", Disposition.SUPPLEMENT, "经办人示例", DAY)


def decision(dossier: str) -> Decision:
    return Decision(dossier, "material.9.1", Choice.OVERRULE, "张三", DAY, "无误")


def test_each_dossier_has_what_was_decided_about_it():
    decided = Decided((decision("甲"), decision("乙"), decision("甲")), own=(("丙", OWN),))
    assert decided.each() == {dossier: decided.of(dossier) for dossier in "甲乙丙"}
    assert len(decided.each()["甲"].decisions) == 2


@pytest.mark.parametrize(
    "text", ["72,100.5,300", "300,100,72,130", "72,130,300,130", "a,b,c,d", "-1,0,5,5", "1,2,3,4,5"]
)
def test_what_is_no_frame_is_refused(text: str):
    with pytest.raises(UsageError, match="方框"):
        box(text, "")


@pytest.mark.parametrize(
    ("text", "frame"), [("", None), ("72,100.5,300,130", (72.0, 100.5, 300.0, 130.0)), ("1，2，3，4", (1, 2, 3, 4))]
)
def test_a_frame_is_four_edges(text: str, frame: object):
    assert box(text, "") == frame


def test_where_nothing_was_decided_there_is_nobody():
    assert Decided().each() == {}
