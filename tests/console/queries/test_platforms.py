"""The list of platforms: what the address says is what is shown and exported."""

from datetime import date

import pytest

from console.queries.platforms import PlatformFilter, counties, every, listed, only, state_counts
from pipeline.standing import register
from pipeline.standing.overview import overview
from tests.builders.ledger import ZHENGZHOU, small


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    return overview(small(tmp_path_factory.mktemp("ledger") / "台账"), date(2026, 6, 15))


def names(seen, **said):
    return [row.holder.name[0] for row in listed(every(seen), PlatformFilter.of(said))]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, "甲乙戊丁"),
        ({"q": "丙示例"}, "戊"),
        ({"q": "〔2024〕45"}, "甲乙戊丁"),
        ({"q": "91410105MA000001"}, "甲"),
        ({"state": "lost"}, "乙"),
        ({"state": "valid", "county": "金水区"}, "甲"),
        ({"ends": "2026"}, "戊"),
        ({"ends": "none"}, "丁"),
        ({"book": "harbin"}, "丁"),
        ({"order": "ends"}, "戊甲乙丁"),
        ({"order": "state"}, "甲戊丁乙"),
        ({"order": "nonsense", "state": "nonsense"}, "甲乙戊丁"),
        ({"q": "没有"}, ""),
    ],
)
def test_a_filter_and_an_order(seen, said, found):
    assert "".join(names(seen, **said)) == found


def test_without_a_filter_what_is_exported_is_the_command_s_own_workbook(seen):
    assert register.workbook_of(only(seen, listed(every(seen), PlatformFilter()))) == register.workbook_of(seen)
    few = only(seen, listed(every(seen), PlatformFilter(q="甲示例")))
    assert [row[1] for row in register.rows(few)] == [ZHENGZHOU]


def test_counts_and_counties(seen):
    assert state_counts(every(seen)) == {"valid": 1, "last_year": 1, "recheck_due": 1, "lost": 1}
    assert counties(seen) == ["新郑市", "道里区", "金水区"]


def test_the_address_says_the_filter_again():
    asked = PlatformFilter.of({"q": "甲", "county": "金水区", "page": "3"})
    assert PlatformFilter.of(dict(pair.split("=") for pair in asked.said()[1:].split("&"))).county != ""
    assert asked.said(q="") == "?county=%E9%87%91%E6%B0%B4%E5%8C%BA"
