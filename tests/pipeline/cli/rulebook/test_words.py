"""dossier rulebook words, as a clerk uses it."""

from __future__ import annotations

from tests.builders.commands import dossier


def test_everything_by_section_ready_to_copy():
    lines = dossier("rulebook", "words").output.splitlines()
    assert "【量（measure）】" in lines
    assert "total_assets\t资产总额（万元）" in lines
    assert any(line.startswith("at_least\t") for line in lines)


def test_only_what_is_looked_for():
    output = dossier("rulebook", "words", "满意度").output
    assert "satisfaction\t用户满意度（%）" in output
    assert "total_assets" not in output


def test_a_word_that_nobody_knows_ends_with_1():
    result = dossier("rulebook", "words", "没有这个词")
    assert result.exit_code == 1
    assert "写在自己的规则文件里" in result.output
