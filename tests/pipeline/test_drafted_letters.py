"""Letters beside the results: what a person changed is kept, and all of them are gathered into one file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from pipeline import drafted_letters
from pipeline.batch import rendered, write_batch
from pipeline.drafted_letters import LetterPlace
from pipeline.letters import letter_json
from pipeline.letters.letter import Letter, asked_for
from pipeline.results import files as result_files
from pipeline.results.batch import Batch, ReportContext
from pipeline.screened import REPORTS
from schemas.dossier import Screening
from schemas.errors import UsageError
from schemas.status import VerdictStatus
from tests.builders.contents import AS_OF
from tests.builders.reports import screening


def results(out: Path, screenings: Sequence[Screening]) -> Path:
    folders = result_files.folders([one.id for one in screenings])
    for one in screenings:
        result_files.write_dossier(out, folders[one.id], rendered(ReportContext(one)).files, REPORTS)
    write_batch(out, Batch(AS_OF, tuple(screenings), folders))
    return out


@pytest.fixture
def out(tmp_path: Path) -> Path:
    verdicts = {"甲": VerdictStatus.INELIGIBLE, "乙": VerdictStatus.REVIEW, "丙": VerdictStatus.SUPPLEMENT}
    return results(tmp_path / "结果", [replace(screening(status), id=name) for name, status in verdicts.items()])


def query(dossier: str) -> Letter:
    return asked_for(ReportContext(replace(screening(), id=dossier)), "query")


def titles(path: Path) -> list[str]:
    known = ("不符合条件告知书", "补正通知书", "核实函")
    return [one.text for one in docx.Document(str(path)).paragraphs if one.text in known]


def test_the_letters_that_the_verdicts_call_for(out: Path) -> None:
    gathered = drafted_letters.gather(LetterPlace(out))
    assert gathered.path == out.parent / "letters-结果" / "全部文书.docx"
    assert gathered.letters == ("甲/letter.docx", "甲/letter-supplement.docx", "丙/letter.docx")
    assert titles(gathered.path) == ["不符合条件告知书", "补正通知书", "补正通知书"]
    assert gathered.own == ()


def test_a_letter_that_a_person_asked_for_stands_for_ours_or_beside_it(out: Path) -> None:
    place = LetterPlace(out)
    mended = asked_for(ReportContext(replace(screening(), id="丙")), "supplement")
    drafted_letters.write(place, replace(mended, head=replace(mended.head, contact="李示例")))
    drafted_letters.write(place, query("乙"))
    gathered = drafted_letters.gather(place)
    assert gathered.own == ("乙-核实函.docx", "丙-补正通知书.docx")
    assert titles(gathered.path) == ["不符合条件告知书", "补正通知书", "核实函", "补正通知书"]
    assert any("李示例" in one.text for one in docx.Document(str(gathered.path)).paragraphs)


def test_what_a_person_changed_is_not_written_over(out: Path) -> None:
    place = LetterPlace(out)
    drafted_letters.check_unchanged(place, query("乙"), again=False)
    path = drafted_letters.write(place, query("乙")).with_suffix(".json")
    drafted_letters.check_unchanged(place, query("乙"), again=False)
    made = letter_json.made(path)
    changed = replace(query("乙"), head=replace(query("乙").head, contact="李示例"))
    drafted_letters.write(place, changed, made)
    with pytest.raises(UsageError, match="已有人修改"):
        drafted_letters.check_unchanged(place, query("乙"), again=False)
    drafted_letters.check_unchanged(place, query("乙"), again=True)


def test_a_file_that_is_no_letter_any_more(out: Path) -> None:
    place = LetterPlace(out)
    place.folder.mkdir()
    place.path("丙", "补正通知书").write_bytes(b"no letter")
    with pytest.raises(UsageError, match=r"丙-补正通知书\.docx 不是 Word 文件"):
        drafted_letters.gather(place)


def test_where_no_letter_is_called_for(tmp_path: Path) -> None:
    place = LetterPlace(results(tmp_path / "结果", [screening(VerdictStatus.COMPLETE)]))
    with pytest.raises(UsageError, match="没有文书"):
        drafted_letters.gather(place)
    with pytest.raises(UsageError, match="没有卷宗“丁”"):
        place.path("丁", "补正通知书")


def test_gathered_twice_the_file_is_the_same(out: Path) -> None:
    first = drafted_letters.gather(LetterPlace(out)).path.read_bytes()
    assert drafted_letters.gather(LetterPlace(out)).path.read_bytes() == first
    assert docx.Document(io.BytesIO(first)).sections
