"""Every number and word of the file is one claim, and every citation is found."""

from decimal import Decimal

from pipeline.rulebook.checks.claims import cited, claims
from pipeline.rulebook.parse import parse
from tests.builders.rulebooks import write_city


def test_the_claims_of_a_rulebook(tmp_path):
    parsed = parse(write_city(tmp_path))
    told = [(one.measure, one.value, one.unit, one.relaxes) for one in claims(parsed)]
    assert ("staff_count", Decimal(15), "人", False) in told
    assert ("staff_count", Decimal(8), "人", True) in told
    assert ("enterprise_growth", Decimal(0), "", False) in told
    assert ("", Decimal(1), "项", False) in told


def test_every_citation_has_its_line(tmp_path):
    lines = {article: line for line, article in cited(parse(write_city(tmp_path)))}
    assert {"第二条（一）", "第二条末款", "第三条（一）", "第四条", "第五条"} <= set(lines)
    assert all(line > 0 for line in lines.values())
