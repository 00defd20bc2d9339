"""What an annex asks beside the article is shown and never counted."""

from schemas.rulebook import AnnexPaper
from schemas.status import Disposition, Status
from tests.builders.contents import HINTED, case, contents, material, paper
from validators.remarks.beside import beside

ASKED = AnnexPaper("special_audit_report", "附专项审计报告", "附件3 二")


def on(*papers):
    return beside(case(contents(papers=papers)), material("13.2"), ASKED)


def test_seen_or_for_a_person():
    seen, unseen, hinted = on(paper("special_audit_report")), on(), on(paper("special_audit_report", doubts=HINTED))
    assert [one.status for one in (seen, unseen, hinted)] == [Status.PASS, Status.REVIEW, Status.REVIEW]
    assert {one.disposition for one in (seen, unseen)} == {Disposition.NOTE}
    assert unseen.rule == "note.13.2"
    assert "附件3 二另写有“附专项审计报告”" in unseen.message
