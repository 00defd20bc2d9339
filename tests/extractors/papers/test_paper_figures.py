"""What a paper states is told under its own name: a financial statement is no audit report."""

from datetime import date

import pytest

from extractors.dossier import blank_forms, read_document
from extractors.papers.of_dossier import find_papers
from extractors.papers.paper_figures import paper_figures
from extractors.papers.with_facts import with_facts
from tests.builders.documents import PDF, document
from validators.wording import shown

AS_OF = date(2026, 3, 15)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("2025年度服务收支情况财务报表", "编制单位：甲城示例服务有限公司", "营业收入", "利润总额"), "财务报表"),
        (("2025年度审计报告", "甲城示例服务有限公司全体股东：", "审计意见", "注册会计师"), "审计报告"),
    ],
)
def test_whose_name_is_told_as_what_states_it(lines, said):
    readings = [read_document(document(list(lines), path="材料.pdf", media_type=PDF), blank_forms())]
    papers, _ = find_papers(readings, [], blank_forms())
    figures = paper_figures([with_facts(one, readings, AS_OF) for one in papers], readings, AS_OF)
    (name,) = [one for one in figures if one.measure == "applicant_name"]
    assert name.source == "audit"
    assert shown(name) == f"{said} 甲城示例服务有限公司"
