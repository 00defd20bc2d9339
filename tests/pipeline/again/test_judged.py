"""What was judged of a dossier is taken again as long as its papers and corrections are the same."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from extractors.kept import store
from pipeline.again.judged import JUDGED, JudgedBefore
from pipeline.intake.inbox import InboxEntry
from schemas.clerk_input import NOTHING_TOLD, ClerkInput, Correction, OwnFinding
from schemas.days.rounds import NO_ROUND
from schemas.dossier import FileRecord, Screening
from schemas.process import mishaps
from schemas.status import Disposition, FileStatus
from tests.builders.reports import screening

FILES = (FileRecord("申报表.docx", "ab" * 32, "docx", 3, FileStatus.READ),)
ENTRY = InboxEntry("D01", Path("D01"))
CORRECTED = Correction("application.staff_count", "12", "王芳", date(2026, 3, 16), "原件如此", "")
OWN = OwnFinding(1, "到期", Disposition.VERIFY, "王芳", date(2026, 3, 16))


@dataclass
class Judge:
    """Judges, and notes how often."""

    times: int = 0
    found: Screening = field(default_factory=screening)

    def __call__(self) -> Screening:
        self.times += 1
        return self.found


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    store.use(tmp_path / "kept")
    return Judge()


BEFORE = JudgedBefore("settings and program", NO_ROUND)


def test_the_same_papers_are_judged_once(judge: Judge):
    first = BEFORE(ENTRY, FILES, NOTHING_TOLD, judge)
    again = BEFORE(ENTRY, FILES, NOTHING_TOLD, judge)
    assert judge.times == 1
    assert again.findings == first.findings
    assert again.verdict == first.verdict
    assert again.contents.figures.equals(first.contents.figures)


def test_what_the_clerk_found_himself_needs_no_new_judgement(judge: Judge):
    BEFORE(ENTRY, FILES, NOTHING_TOLD, judge)
    BEFORE(ENTRY, FILES, ClerkInput(own=(OWN,)), judge)
    assert judge.times == 1


@pytest.mark.parametrize(
    ("before", "entry", "files", "told"),
    [
        (BEFORE, ENTRY, FILES, ClerkInput(corrections=(CORRECTED,))),
        (BEFORE, ENTRY, (replace(FILES[0], sha256="cd" * 32),), NOTHING_TOLD),
        (BEFORE, ENTRY, (replace(FILES[0], note="读取该文件用时过长"),), NOTHING_TOLD),
        (BEFORE, replace(ENTRY, id="D02"), FILES, NOTHING_TOLD),
        (BEFORE, replace(ENTRY, path=Path("D01.zip")), FILES, NOTHING_TOLD),
        (replace(BEFORE, common="another program"), ENTRY, FILES, NOTHING_TOLD),
        (replace(BEFORE, round=replace(NO_ROUND, received={"D01": date(2026, 3, 1)})), ENTRY, FILES, NOTHING_TOLD),
    ],
    ids=["correction", "file", "file not read", "name", "path", "program", "day of receipt"],
)
def test_whatever_it_rests_on_makes_it_another_judgement(
    judge: Judge, before: JudgedBefore, entry: InboxEntry, files: tuple[FileRecord, ...], told: ClerkInput
):
    BEFORE(ENTRY, FILES, NOTHING_TOLD, judge)
    before(entry, files, told, judge)
    assert judge.times == 2


def test_what_is_said_of_another_dossier_of_the_round_changes_nothing_but_the_round(judge: Judge):
    BEFORE(ENTRY, FILES, NOTHING_TOLD, judge)
    other = replace(NO_ROUND, received={"D99": date(2026, 3, 1)})
    assert replace(BEFORE, round=other)(ENTRY, FILES, NOTHING_TOLD, judge).round == other
    assert judge.times == 1


def test_nothing_is_kept_of_a_judgement_during_which_something_went_wrong(judge: Judge):
    def hindered() -> Screening:
        mishaps.happened()
        return judge()

    BEFORE(ENTRY, FILES, NOTHING_TOLD, hindered)
    BEFORE(ENTRY, FILES, NOTHING_TOLD, judge)
    assert judge.times == 2


@pytest.mark.parametrize("spoilt", [b"", b"no screening", b"[]"])
def test_what_lies_there_and_is_no_screening_is_judged_anew(judge: Judge, spoilt: bytes):
    BEFORE(ENTRY, FILES, NOTHING_TOLD, judge)
    kept = store.current()
    assert kept is not None
    for file in kept.files():
        assert file.path.parent.parent.name == JUDGED
        file.path.write_bytes(spoilt)
    BEFORE(ENTRY, FILES, NOTHING_TOLD, judge)
    assert judge.times == 2


@pytest.mark.parametrize("unknown", ["no folder", "no fingerprint"])
def test_where_nothing_can_be_relied_on_each_is_judged(judge: Judge, unknown: str):
    before = replace(BEFORE, common="") if unknown == "no fingerprint" else BEFORE
    if unknown == "no folder":
        store.use(None)
    for _ in range(2):
        before(ENTRY, FILES, NOTHING_TOLD, judge)
    assert judge.times == 2
