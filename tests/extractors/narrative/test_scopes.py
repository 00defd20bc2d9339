"""Each quantity of a sentence has the words around it, and the function that they name."""

from __future__ import annotations

import pytest

from extractors.narrative.quantities import quantities
from extractors.narrative.scopes import function_named, function_of, scopes


def of(sentence, topic=None):
    return scopes(sentence, quantities(sentence), topic)


def test_the_words_between_two_quantities_are_parted():
    first, second = of("开展8场政策宣讲、6场技术对接活动")
    assert (first.left, first.right) == ("开展", "政策宣讲")
    assert (second.left, second.right) == ("、", "技术对接活动")


def test_a_clause_ends_at_its_stop():
    _, second = of("全年服务企业60家，培训300人次，成效显著")
    assert second.clause == "培训#"
    assert second.rest == "，成效显著"


@pytest.mark.parametrize(
    ("sentence", "topic", "function"),
    [
        pytest.param("开展技术服务活动8次", None, "technology", id="by-title"),
        pytest.param("开展银企对接8次", None, "financing", id="by-a-detail"),
        pytest.param("开展活动8次", "legal", "legal", id="by-the-topic"),
        pytest.param("开展活动8次", None, None, id="left-open"),
        pytest.param("开展信息、技术服务活动8次", None, None, id="two-functions"),
    ],
)
def test_function_of(sentence, topic, function):
    (scope,) = of(sentence, topic)
    assert function_of(scope) == function


def test_a_list_of_short_names_shares_one_word():
    titles, details = function_named("信息、技术服务活动")
    assert (titles, details) == ({"information", "technology"}, set())
