"""dossier experts draw, as a clerk calls it."""

from pathlib import Path

from tests.builders.commands import dossier
from tests.builders.experts import FIVE, judged, roster
from tests.builders.sampling import results


def test_hints_are_told_and_a_second_run_after_a_recusal_keeps_the_seed(tmp_path: Path) -> None:
    made = results(tmp_path / "r", judged("D01", "品牌"))
    near = ("吴近", "经理", "甲城示例服务有限公司", "")
    first = dossier("experts", "draw", made, "--roster", roster(tmp_path / "一.xlsx", [*FIVE[:2], near]), "--each", "3")
    assert first.exit_code == 0
    assert "请核实是否应回避：吴近，卷宗“D01”：工作单位与申报单位“甲城示例服务有限公司”相同" in first.stderr
    recused = roster(tmp_path / "二.xlsx", [*FIVE, (*near[:3], "D01")])
    second = dossier("experts", "draw", made, "--roster", recused, "--each", "3")
    assert second.exit_code == 0
    assert first.stdout.split("；")[0] == second.stdout.split("；")[0]
    assert "吴近" not in (tmp_path / "r-专家评审" / "panel.csv").read_text(encoding="utf-8")


def test_an_unknown_dossier_is_refused_with_those_there_are(tmp_path: Path) -> None:
    made = results(tmp_path / "r", judged("D01", "品牌"))
    called = dossier(
        "experts", "draw", made, "--roster", roster(tmp_path / "一.xlsx"), "--each", "1", "--dossier", "D09"
    )
    assert called.exit_code == 2
    assert "没有卷宗“D09”。有：D01" in called.stderr
