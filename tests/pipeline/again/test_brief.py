"""A brief has all that the batch tells of a dossier; its lists stay only where the people in them must be masked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.again.brief import brief_of
from pipeline.intake.inbox import InboxEntry
from pipeline.results.audience import Audience
from pipeline.screen import unreadable
from schemas.findings import Verdict
from schemas.status import VerdictStatus
from tests.builders.contents import contents, enterprise
from tests.builders.screening import SETTINGS


def screening():
    read = contents(tables={"enterprises": [enterprise(1, "乙城示例有限公司")]})
    made = unreadable(InboxEntry("甲", Path("甲")), SETTINGS, "")
    return replace(made, contents=replace(read, id="甲", narrative="服务"), verdict=Verdict(VerdictStatus.REVIEW))


@pytest.mark.parametrize(("audience", "lists"), [(Audience.INTERNAL, 0), (Audience.APPLICANT, 0), (Audience.PUBLIC, 1)])
def test_what_stays_of_a_dossier(audience: Audience, lists: int):
    brief = brief_of(screening(), audience)
    assert len(brief.screening.contents.tables) == lists
    assert brief.screening.contents.narrative == ""
    assert brief.screening.findings == screening().findings
    assert brief.traces is not None
    assert [trace.word for trace in brief.traces.enterprises] == ["乙城示例有限公司"]


def test_one_that_could_not_be_screened_is_compared_with_none():
    assert brief_of(unreadable(InboxEntry("甲", Path("甲")), SETTINGS, "打不开。"), Audience.INTERNAL).traces is None
