"""The register on the terminal: every cell as it is, and where the results lie."""

from pathlib import Path

import pytest

from pipeline.again.whole_run import RegisterLine, RunSummary
from pipeline.cli.register_table import MOST, show


def test_cells_are_shown_as_they_are_and_nothing_in_them_is_obeyed(capsys: pytest.CaptureFixture[str]):
    cells = ("甲[red]\x1b[2J\n", "公司", "harbin", "需补正", "缺少 1 项", "", "", "2")
    show(RunSummary("2026-03-15", (RegisterLine(cells, "supplement"),), 2), Path("结果"))
    shown = capsys.readouterr().out
    assert "以 2026-03-15 为准" in shown
    assert "甲[red]〔U+001B〕[2J〔U+000A〕" in shown
    assert "跨卷宗重复 2 处" in shown
    assert "index.html" in shown


def test_where_nothing_is_shared_nothing_is_said_of_it(capsys: pytest.CaptureFixture[str]):
    show(RunSummary("2026-03-15", (), 0), Path("结果"))
    assert "跨卷宗" not in capsys.readouterr().out


@pytest.mark.parametrize(("count", "listed"), [(MOST, True), (MOST + 1, False)])
def test_very_many_dossiers_are_counted_not_listed(count: int, listed: bool, capsys: pytest.CaptureFixture[str]):
    words = ["需补正", "需人工核实"]
    lines = [RegisterLine((f"卷{n}", "", "", words[n % 2], "", "", "", ""), "review") for n in range(count)]
    show(RunSummary("2026-03-15", tuple(lines), 0), Path("结果"))
    shown = capsys.readouterr().out
    assert ("卷199" in shown) is listed
    assert (f"共 {count} 个卷宗；需补正 101 个，需人工核实 100 个。" in shown) is not listed
