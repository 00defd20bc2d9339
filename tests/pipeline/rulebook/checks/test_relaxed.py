"""A clause that relaxes is there, for those whom it names."""

import pytest

from tests.builders.clauses import said_of, said_of_example
from tests.builders.rulebooks import REGULATION

KINDS = "organisation_type: [社会团体]"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param(f", when: {{{KINDS}}}", "", "是对“社会团体”说的", id="whom"),
        pytest.param(KINDS, "organisation_type: [有限公司]", "没有提到“有限公司”", id="another-kind"),
        pytest.param("article: 第二条末款", "article: 第二条（三）", "没有说可以放宽", id="article"),
    ],
)
def test_each_fault_of_a_clause_is_told(tmp_path, old, new, says):
    assert any(says in message for message in said_of_example(tmp_path, (old, new)))


def test_kinds_may_be_named_by_the_words_that_papers_use(tmp_path):
    assert said_of_example(tmp_path, (KINDS, "organisation_type: [社会团体, 协会, 商会]")) == []


def test_a_clause_of_the_text_that_the_file_has_not_is_told(tmp_path):
    text = REGULATION.replace("第三条 示范", "少数民族地区的，（一）的条件可适度放宽。\n第三条 示范")
    whole = f"    may_relax: {{to: 8, article: 第二条末款, asks: 社会团体主办的可放宽, when: {{{KINDS}}}}}\n"
    assert any("没有对应的放宽条款" in message for message in said_of_example(tmp_path, (whole, ""), text=text))


def test_a_clause_for_a_region_names_it(tmp_path):
    line = "    when: {region: 西部大开发政策区域}\n"
    assert any("只对一定区域" in message for message in said_of("national-2017", tmp_path, (line, "")))
