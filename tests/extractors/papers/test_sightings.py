"""Whether papers hold a word that is looked for, and whether they deny it there."""

import pytest

from extractors.content.lines import Text
from extractors.papers.sightings import sightings
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords, Watch
from tests.builders.contents import paper, place

OWN = OwnWords(watched=(Watch(("credit_report",), ("严重失信", "行政处罚")),))


def seen(*lines, kind="credit_report"):
    texts = [
        Text(text, place(cell=str(at)), 1, row=(1, row) if row is not None else None)
        for at, (text, row) in enumerate((line, None) if isinstance(line, str) else line for line in lines)
    ]
    with while_speaking(OWN):
        return [(one.word, one.denied, one.year) for one in sightings([(paper(kind), texts)])]


@pytest.mark.parametrize(
    ("lines", "denied"),
    [
        pytest.param(["2024年列入严重失信主体名单"], False, id="said"),
        pytest.param(["未列入严重失信主体名单"], True, id="denied-in-its-clause"),
        pytest.param(["纳税正常，有严重失信记录，无欠税"], False, id="denied-of-something-else"),
        pytest.param(["严重失信信息", "暂无记录"], True, id="a-heading-with-nothing-below"),
        pytest.param(["严重失信信息", "列入日期：2024年1月"], False, id="a-heading-with-something-below"),
        pytest.param([("严重失信", 1), ("0条", 1)], True, id="a-row-that-says-none"),
        pytest.param([("严重失信", 1), ("2条", 1)], False, id="a-row-that-says-two"),
    ],
)
def test_a_word_and_its_denial(lines, denied):
    assert [one[1] for one in seen(*lines)] == [denied]


def test_the_last_year_of_the_line_is_told():
    assert seen("2019年、2023年两次列入严重失信名单") == [("严重失信", False, 2023)]


def test_papers_of_other_kinds_are_not_searched():
    assert seen("列入严重失信名单", kind="lease") == []
    assert sightings([(paper("credit_report"), [Text("严重失信", place(), 1)])]) == []
