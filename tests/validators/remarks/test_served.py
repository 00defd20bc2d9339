"""Rows that may be no small or medium enterprise are shown and never counted."""

from dataclasses import replace

from schemas.status import Disposition, Status
from tests.builders.contents import at_least, case, contents, enterprise, place, rulebook
from validators.remarks.served import served


def on(*doubtful, tables=None):
    read = contents(tables={"enterprises": [enterprise(1)]} if tables is None else tables)
    return served(case(replace(read, no_enterprises=doubtful), rulebook([at_least("enterprises_served", 30)])))


def test_none_or_one_in_doubt():
    clean, doubtful = on(), on(place("名单.xlsx", "甲城市统计局"))
    assert (clean.status, doubtful.status) == (Status.PASS, Status.REVIEW)
    assert "甲城市统计局" in doubtful.message
    assert {clean.disposition, doubtful.disposition} == {Disposition.NOTE}
    assert clean.article == "第七条（一）"


def test_without_a_list_there_is_nothing_to_look_at():
    assert on(tables={}).status is Status.NOT_APPLICABLE
