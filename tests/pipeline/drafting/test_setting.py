"""What a draft knows beside a clause."""

from pipeline.drafting.draft import drafted
from pipeline.drafting.setting import NOTHING_BESIDE
from pipeline.drafting.source import source
from tests.builders.drafts import INVENTED


def test_nothing_is_known_of_a_clause_alone():
    assert (NOTHING_BESIDE.blanks, NOTHING_BESIDE.region, NOTHING_BESIDE.papers) == ((), "", ())


def test_a_blank_that_a_measure_stands_in_is_not_told_as_unread():
    remarks = drafted("huzhou", source(INVENTED / "huzhou.txt")).draft.remarks
    assert not any("入驻小微企业" in remark for remark in remarks)
