"""What a rulebook says of the time after recognition is held against the text, both ways."""

import csv
import re

import pytest

from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.find import available
from pipeline.rulebook.parse import parse
from pipeline.rulebook.quantities import spelled
from schemas.data_files import data_folder
from tests.builders.shared import SHARED

FILES = {name: data_folder() / "rulebooks" / f"{name}.yaml" for name in available()}
TEXTS = {
    name: read_regulation((data_folder() / "regulations" / f"{name}.txt").read_text("utf-8")) for name in available()
}
NUMBER = re.compile(r"(?<=working_days: )\d+|(?<=years: )\d+|(?<=in_a_row: )\d+|(?<=at_least: )\d+")
DUE = re.compile(r"(?<=due: )\S+(?=,|\n)")
ARTICLE = re.compile(r"(?<=article: )第[^,}\n]+")


def section(name):
    text = FILES[name].read_text("utf-8")
    return text.index("\nstanding:")


def found(name, pattern):
    text, start = FILES[name].read_text("utf-8"), section(name)
    return [match.span() for match in pattern.finditer(text) if match.start() > start]


def changed(name, span, value, folder):
    text = FILES[name].read_text("utf-8")
    path = folder / f"{name}.yaml"
    path.write_text(text[: span[0]] + value + text[span[1] :], encoding="utf-8")
    return check(parse(path), TEXTS[name])


NUMBERS = [(name, span) for name in available() for span in found(name, NUMBER)]
DUES = [(name, span) for name in available() for span in found(name, DUE)]
ARTICLES = [(name, span) for name in available() for span in found(name, ARTICLE)]


def ids(cases):
    return [f"{name}-{span[0]}" for name, span in cases]


@pytest.mark.parametrize(("name", "span"), NUMBERS, ids=ids(NUMBERS))
def test_any_number_changed_is_noticed(name, span, tmp_path):
    now = int(FILES[name].read_text("utf-8")[slice(*span)])
    assert changed(name, span, str(now + 1), tmp_path)


@pytest.mark.parametrize(("name", "span"), DUES, ids=ids(DUES))
def test_any_due_day_changed_is_noticed(name, span, tmp_path):
    quarterly = FILES[name].read_text("utf-8")[slice(*span)].startswith("次月")
    for other in ("次月-24", "次月-末") if quarterly else ("01-16", "02-27", "06-末", "次月-24"):
        assert changed(name, span, other, tmp_path), other


@pytest.mark.parametrize(("name", "span"), ARTICLES, ids=ids(ARTICLES))
def test_an_article_that_is_not_there_is_noticed(name, span, tmp_path):
    assert changed(name, span, "第九十九条", tmp_path)


# 管理办法 → the keys without which a clause of its text has no rule.
CLAUSES = {
    "harbin": ["publicity", "recheck", "reports", "lost"],
    "national-2017": ["publicity", "valid", "reports", "lost"],
    "liaocheng-2021": ["publicity", "valid", "reports", "lost"],
    "qinhuangdao-2020": ["recheck", "lost"],
    "zhengzhou": ["valid", "reports", "inspections", "lost"],
}


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, keys in CLAUSES.items() for key in keys])
def test_a_clause_that_no_rule_answers_is_noticed(name, key, tmp_path):
    text, start = FILES[name].read_text("utf-8"), section(name)
    without = re.sub(rf"\n  {key}:(?: \{{.*\}}|(?:\n    .*)+)", "", text[start:])
    assert without != text[start:]
    path = tmp_path / f"{name}.yaml"
    path.write_text(text[:start] + without, encoding="utf-8")
    assert any("没有对应的" in problem.message for problem in check(parse(path), TEXTS[name]))


def test_a_rulebook_without_the_section_is_no_fault(tmp_path):
    text = FILES["harbin"].read_text("utf-8")
    path = tmp_path / "harbin.yaml"
    path.write_text(text[: section("harbin")] + "\n", encoding="utf-8")
    assert check(parse(path), TEXTS["harbin"]) == []


@pytest.mark.needs_shared
def test_whatever_the_texts_say_of_the_time_after_recognition_is_in_the_section():
    """Law by law, article by article, as a person listed them from the texts."""
    rows = csv.reader((SHARED / "cases" / "law.csv").read_text("utf-8").splitlines())
    listed = {(row[0], row[1].partition("(")[0]) for row in rows if row and row[-1] == "after recognition"}
    assert {name for name, _ in listed} == set(FILES)
    for name, number in listed:
        said = FILES[name].read_text("utf-8")[section(name) :]
        assert f"第{spelled(int(number))}条" in said, (name, number)
