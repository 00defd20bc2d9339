"""What was decided about a batch, parted by dossier."""

from datetime import date

from pipeline.decisions.file import Decided
from schemas.clerk_input import OwnFinding
from schemas.decisions import Choice, Decision
from schemas.status import Disposition

DAY = date(2026, 3, 1)
OWN = OwnFinding(1, "合同已到期", Disposition.SUPPLEMENT, "经办人示例", DAY)


def decision(dossier: str) -> Decision:
    return Decision(dossier, "material.9.1", Choice.OVERRULE, "张三", DAY, "无误")


def test_each_dossier_has_what_was_decided_about_it():
    decided = Decided((decision("甲"), decision("乙"), decision("甲")), own=(("丙", OWN),))
    assert decided.each() == {dossier: decided.of(dossier) for dossier in "甲乙丙"}
    assert len(decided.each()["甲"].decisions) == 2


def test_where_nothing_was_decided_there_is_nobody():
    assert Decided().each() == {}
