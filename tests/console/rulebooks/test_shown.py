"""Every rule stands beside the article that it rests on, or among those whose article the text does not have."""

from datetime import date

import pytest

from console.rulebooks.shown import shown, standing
from pipeline.rulebook.find import available, examples, find, load
from schemas.rulebook import InForce


@pytest.mark.parametrize("name", [*available(), *examples()])
def test_no_rule_is_left_out(name):
    book = load(name)
    page = shown(book, find(name))
    told = [rule for article in page.articles for rule in article.rules] + list(page.elsewhere)
    materials = sum(len(one.materials) for one in book.procedures.values())
    kinds = [rule.kind for rule in told]
    assert sum(kind.endswith("材料") for kind in kinds) == materials
    assert kinds.count("条件") == len(book.conditions)
    assert len(set(told)) == len(told)


def test_the_words_are_those_of_the_article():
    page = shown(load("liaocheng-2021"), find("liaocheng-2021"))
    article = next(one for one in page.articles if any(rule.kind == "条件" for rule in one.rules))
    rule = next(rule for rule in article.rules if rule.kind == "条件")
    assert rule.article == article.citation


@pytest.mark.parametrize(
    ("force", "day", "word"),
    [
        (InForce("", None, None), date(2026, 1, 1), "unknown"),
        (InForce("", date(2026, 1, 2), None), date(2026, 1, 1), "future"),
        (InForce("", date(2026, 1, 1), date(2026, 1, 1)), date(2026, 1, 1), "now"),
        (InForce("", date(2025, 1, 1), date(2025, 12, 31)), date(2026, 1, 1), "over"),
        (InForce("", date(2025, 1, 1), None, superseded=date(2026, 1, 1)), date(2026, 1, 1), "over"),
    ],
)
def test_both_sides_of_each_bound(force, day, word):
    assert standing(force, day)[0] == word
