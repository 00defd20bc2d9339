"""A clerk's own finding counts as a rule's would: the gravest of all makes the verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.letters.notice import notice
from schemas.clerk_input import OwnFinding
from schemas.findings import Verdict
from schemas.status import Disposition, Reason, Status, VerdictStatus
from tests.builders.reports import screening
from validators.own_findings import with_own


def own(disposition: Disposition, number: int = 1) -> OwnFinding:
    return OwnFinding(number, "合同已到期", disposition, "经办人示例", date(2026, 3, 20), "第十一条", "合同.pdf", 2)


@pytest.mark.parametrize(
    ("before", "disposition", "after", "reasons"),
    [
        ("complete", Disposition.VERIFY, "review", ("own.1",)),
        ("complete", Disposition.SUPPLEMENT, "supplement", ("own.1",)),
        ("review", Disposition.VERIFY, "review", ("x", "own.1")),
        ("review", Disposition.SUPPLEMENT, "supplement", ("own.1",)),
        ("supplement", Disposition.VERIFY, "supplement", ("x",)),
        ("supplement", Disposition.SUPPLEMENT, "supplement", ("x", "own.1")),
        ("supplement", Disposition.INELIGIBLE, "ineligible", ("own.1",)),
        ("ineligible", Disposition.SUPPLEMENT, "ineligible", ("x",)),
        ("ineligible", Disposition.INELIGIBLE, "ineligible", ("x", "own.1")),
        ("unreadable", Disposition.INELIGIBLE, "unreadable", ("x",)),
    ],
)
def test_the_verdict(before: str, disposition: Disposition, after: str, reasons: tuple[str, ...]):
    one = replace(screening(), verdict=Verdict(VerdictStatus(before), ("x",)))
    assert with_own(one, [own(disposition)]).verdict == Verdict(VerdictStatus(after), reasons)


def test_of_several_the_gravest_counts():
    one = replace(screening(), verdict=Verdict(VerdictStatus.COMPLETE))
    several = [own(Disposition.VERIFY, 1), own(Disposition.SUPPLEMENT, 2), own(Disposition.SUPPLEMENT, 4)]
    made = with_own(one, several)
    assert made.verdict == Verdict(VerdictStatus.SUPPLEMENT, ("own.2", "own.4"))
    assert [finding.rule for finding in made.findings[-3:]] == ["own.1", "own.2", "own.4"]


def test_the_finding_says_where_and_why():
    found = with_own(screening(), [own(Disposition.VERIFY)]).findings[-1]
    assert (found.status, found.reason, found.article) == (Status.REVIEW, Reason.TOLD_BY_CLERK, "第十一条")
    assert (found.evidence[0].file, found.evidence[0].page) == ("合同.pdf", 2)
    fail = with_own(screening(), [replace(own(Disposition.SUPPLEMENT), file="", page=None)]).findings[-1]
    assert (fail.status, fail.reason, fail.evidence) == (Status.FAIL, None, ())


def test_the_finding_stands_in_the_frame_that_was_drawn():
    drawn = replace(own(Disposition.SUPPLEMENT), box=(72.0, 100.0, 300.0, 130.0))
    assert with_own(screening(), [drawn]).findings[-1].evidence[0].bbox == (72.0, 100.0, 300.0, 130.0)


def test_without_one_nothing_changes():
    one = screening()
    assert with_own(one, []) is one


def test_the_letters_tell_of_it():
    asked = notice(with_own(screening(), [own(Disposition.SUPPLEMENT)]))
    assert [(row.paper, row.problem, row.basis) for row in asked.requests if row.rules == ("own.1",)] == [
        ("合同.pdf", "合同已到期", "第十一条")
    ]
    short = notice(with_own(screening(), [own(Disposition.INELIGIBLE)]))
    assert [(row.stated, row.basis) for row in short.shortfalls if row.rule == "own.1"] == [("合同已到期", "第十一条")]
    looked = notice(with_own(screening(), [own(Disposition.VERIFY)]))
    assert ["合同已到期" in row.stated for row in looked.questions if row.rule == "own.1"] == [True]
