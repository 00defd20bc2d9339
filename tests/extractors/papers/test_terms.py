"""From when until when a certificate or a lease holds."""

import pytest

from extractors.content.lines import Text
from extractors.papers.terms import with_term
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from tests.builders.contents import paper, place


def told(*lines, kind="lease", termed=("lease",)):
    with while_speaking(OwnWords(termed=termed)):
        facts = with_term(paper(kind), [Text(line, place(), 1) for line in lines])
    return {key: fact.value for key, fact in facts.items()}


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("租赁期限自2022年1月1日起至2026年12月31日止", {"holds_from": "2022-01-01", "holds_until": "2026-12-31"}),
        ("有效期至2027年5月6日", {"holds_until": "2027-05-06"}),
        ("营业期限：长期", {"holds_until": "长期"}),
        ("租期五年", {"holds_years": "5"}),
        ("租赁期限为3年", {"holds_years": "3"}),
        ("签订日期：2022年1月1日", {}),
        ("房屋面积300平方米", {}),
    ],
)
def test_what_a_line_says_of_its_term(line, facts):
    assert told(line) == facts


def test_nobody_asks_and_nothing_is_told():
    assert told("有效期至2027年5月6日", termed=()) == {}
