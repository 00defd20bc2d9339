"""The help of dossier experts is Chinese and names what is asked."""

from tests.builders.commands import dossier


def test_help_names_the_list_and_the_sheets() -> None:
    assert "专家名单" in dossier("experts", "draw", "--help").stdout
    assert "评分表" in dossier("experts", "rank", "--help").stdout
