"""Licences, certificates and credit reports tell what their holder is."""

from dataclasses import replace

import pytest

from extractors.papers.holders import holder_figures
from tests.builders.contents import HINTED, paper, place


def told(one, measure):
    return {figure.value for figure in holder_figures(one) if figure.measure == measure}


def licence(**facts):
    return paper("business_licence", facts=facts)


def certificate(title, **facts):
    return replace(paper("legal_person_certificate", facts=facts), evidence=place("证书.pdf", title))


@pytest.mark.parametrize(
    ("held", "form"),
    [
        pytest.param(licence(organisation_type="有限责任公司"), {"法人"}, id="by-its-type"),
        pytest.param(licence(subject="甲城示例有限公司"), {"法人"}, id="by-the-name"),
        pytest.param(licence(organisation_type="有限责任公司分公司"), {"分支机构"}, id="a-branch"),
        pytest.param(licence(subject="甲城示例有限公司乙城分公司"), {"分支机构"}, id="a-branch-by-the-name"),
        pytest.param(licence(uscc="92230102MA00000000"), {"个体工商户"}, id="a-trader-by-the-code"),
        pytest.param(licence(address="甲城"), set(), id="nothing-told"),
        pytest.param(certificate("事业单位法人证书"), {"法人"}, id="a-public-institution"),
        pytest.param(certificate("民办非企业单位登记证书"), {"法人"}, id="a-private-institution"),
        pytest.param(certificate("民办非企业单位登记证书（个体）"), {"个体工商户"}, id="one-of-a-single-person"),
        pytest.param(paper("credit_report", facts={"subject": "甲城示例有限公司"}), set(), id="no-licence"),
        pytest.param(replace(licence(subject="甲城有限公司"), doubts=HINTED), set(), id="only-hinted"),
    ],
)
def test_legal_form(held, form):
    assert told(held, "legal_person") == form


@pytest.mark.parametrize(
    ("held", "kinds"),
    [
        pytest.param(certificate("事业单位法人证书"), {"事业单位"}, id="by-the-certificate"),
        pytest.param(licence(uscc="12230100MA00000000"), {"事业单位"}, id="by-the-code"),
        pytest.param(
            paper("credit_report", facts={"uscc": "51230100MA00000000"}), {"社会团体"}, id="by-a-credit-report"
        ),
        pytest.param(licence(uscc="91230100MA00000000"), set(), id="a-company"),
        pytest.param(paper("lease", facts={"uscc": "12230100MA00000000"}), set(), id="somebody-else-s-paper"),
    ],
)
def test_kind(held, kinds):
    assert told(held, "organisation_kind") == kinds
