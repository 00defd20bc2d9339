"""dossier rulebook list, show, check and diff, as a clerk uses them."""

import pytest

from pipeline.rulebook.find import available
from tests.builders.commands import dossier
from tests.builders.rulebooks import RULEBOOK, write_city


def test_list_names_each_with_its_dates():
    lines = dossier("rulebook", "list").output.splitlines()
    assert [line.split("\t")[0] for line in lines] == list(available())
    assert "自 2022-01-01 起，至 2026-12-31 止" in lines[1]


@pytest.mark.parametrize("name", available())
def test_show_and_check_of_ours(name):
    shown, checked = dossier("rulebook", "show", name), dossier("rulebook", "check", name)
    assert shown.exit_code == 0
    assert "认定条件" in shown.output
    assert (checked.exit_code, "没有发现问题" in checked.output) == (0, True)


def test_check_finds_the_text_beside_the_file(tmp_path):
    path = write_city(tmp_path, RULEBOOK.replace("at_least: 70,", "at_least: 71,"))
    result = dossier("rulebook", "check", path)
    assert result.exit_code == 1
    assert f"{path} 第 11 行：第二条（二）里没有 71家" in result.output


def test_check_without_a_text_says_so(tmp_path):
    path = write_city(tmp_path)
    (tmp_path / "example-city.txt").unlink()
    result = dossier("rulebook", "check", path)
    assert result.exit_code == 0
    assert "没有办法文本" in result.output


def test_check_of_a_file_that_cannot_be_parsed_names_the_line(tmp_path):
    result = dossier("rulebook", "check", write_city(tmp_path, RULEBOOK.replace("issuer:", "isuer:")))
    assert result.exit_code == 1
    assert "第 3 行" in result.output


@pytest.mark.parametrize(
    "words",
    [
        ("show", "nowhere"),
        ("check", "nowhere"),
        ("diff", "harbin", "nowhere"),
        ("check", "harbin", "--text", "nowhere.txt"),
    ],
    ids=["show", "check", "diff", "no-text"],
)
def test_a_wrong_call_ends_with_two(words):
    assert dossier("rulebook", *words).exit_code == 2


def test_diff_of_two_editions_names_what_changed(tmp_path):
    folders = [tmp_path / "old", tmp_path / "new"]
    for folder in folders:
        folder.mkdir()
    old = write_city(folders[0])
    changed = RULEBOOK.replace("at_least: 70,", "at_least: 90,").replace("to: 8,", "to: 9,")
    changed = changed.replace('      - {item: "4.2", title: 营业执照, paper: business_licence}\n', "")
    changed = changed.replace("asks: 社会团体主办的可放宽", "asks: 社会团体主办的可放宽至9人")
    new = write_city(folders[1], changed)
    output = dossier("rulebook", "diff", old, new).output
    assert "条件改变：年服务中小企业数：不少于 70 家 → 不少于 90 家" in output
    assert "社会团体主办的可放宽至9人" in output
    assert "认定申报材料减少：营业执照" in output
    assert "资产总额" not in output


def test_diff_of_a_rulebook_with_itself():
    assert "两部办法的要求相同" in dossier("rulebook", "diff", "zhengzhou", "zhengzhou").output
