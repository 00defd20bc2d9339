"""Whatever a dossier says stays text: in every workbook, every letter, every call sheet."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from pipeline.batch import rendered
from pipeline.intake.inbox import InboxEntry
from pipeline.reports import recommendation_docx, register_xlsx
from pipeline.results.batch import Batch, ReportContext
from pipeline.rulebook.find import load
from pipeline.screen import Settings, screened
from schemas.application import application_frame
from schemas.dossier import FileRecord, Screening
from schemas.findings import BatchFinding
from schemas.locator import Locator
from schemas.status import FileStatus, MaterialStatus, Status, VerdictStatus
from schemas.tables import list_frame
from tests.builders import office_files
from tests.builders.commands import sample
from tests.builders.contents import AS_OF, enterprise, entry, person, rows
from tests.builders.decided import marked
from tests.builders.reports import FAULTS, HOSTILE, contents, screening
from tests.builders.sampling import enterprise as sampled
from tests.builders.sampling import results
from tests.builders.sampling import screening as for_sampling

TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SHOWN = {text: text.replace("\u202e", "〔U+202E〕").replace("\x07\x0c", "") for text in HOSTILE}
each = pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))


def saying(hostile: str) -> Screening:
    """A dossier that says it everywhere: in its name, its form, its lists, its file names, its findings."""
    place = Locator(f"{hostile[:40]}.xlsx", sheet=hostile[:20], cell="B2", text=hostile)
    found = [
        replace(one, message=f"甲{hostile}", expected=hostile, actual=hostile, evidence=(place,)) for one in FAULTS
    ]
    seen = replace(
        contents(hostile),
        application=application_frame([entry("applicant_name", hostile), entry("qualifications", hostile)]),
        tables={
            "staff": list_frame("staff", rows("staff", person(hostile, title=hostile))),
            "enterprises": list_frame("enterprises", rows("enterprises", enterprise(1, hostile, service=hostile))),
        },
        files=(FileRecord(place.file, "a" * 64, "", 1, FileStatus.UNREADABLE, note=f"{hostile}。请申请人重交。"),),
    )
    return replace(screening(VerdictStatus.INELIGIBLE, found, seen), note=hostile, rulebook_title=hostile)


def cells(data: bytes) -> Iterator[openpyxl.cell.Cell]:
    """Every cell that a person sees; a call sheet keeps its sample, for reading back, on a hidden sheet."""
    for sheet in (one for one in openpyxl.load_workbook(io.BytesIO(data)) if one.sheet_state == "visible"):
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def plain(data: bytes) -> str:
    """The text of a Word file; it must be well-formed, and nothing in it may turn the line around."""
    made = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in made.paragraphs]
    texts += [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join(texts).replace("\u2060", "")


@each
def test_workbooks_hold_it_as_text(hostile: str) -> None:
    one = saying(hostile)
    shared = BatchFinding("batch.shared_staff", Status.REVIEW, (one.id,), hostile)
    register = register_xlsx.render(Batch(AS_OF, (one,), {one.id: one.id}, (shared,)))
    for data in (register, rendered(ReportContext(one)).files["tables.xlsx"]):
        held = list(cells(data))
        assert {cell.data_type for cell in held} <= {"s", "n"}
        assert any(SHOWN[hostile] in str(cell.value) for cell in held)
        assert not any(TURNING.search(str(cell.value)) or cell.hyperlink for cell in held)
        parts = zipfile.ZipFile(io.BytesIO(data)).namelist()
        assert not [part for part in parts if "externalLink" in part or "vba" in part]


@each
def test_letters_hold_it_as_text(hostile: str) -> None:
    made = rendered(ReportContext(saying(hostile))).files
    assert {"letter.docx", "letter-supplement.docx"} <= set(made)
    for name in ("letter.docx", "letter-supplement.docx"):
        said = plain(made[name])
        assert not TURNING.search(said)
        assert SHOWN[hostile] in said or "共 10000 字" in said
        assert "49" not in said or "7*7" not in hostile


@each
def test_the_recommendation_holds_it_as_text(hostile: str) -> None:
    form = next(one for one in load("zhengzhou").forms.values() if one.kind == "recommendation_form")
    data = recommendation_docx.render(ReportContext(saying(hostile), decisions=marked("甲"), recommendation=form))
    assert data is not None
    assert SHOWN[hostile] in plain(data)
    assert not TURNING.search(plain(data))


@each
def test_call_sheets_hold_it_as_text(tmp_path: Path, hostile: str) -> None:
    told = for_sampling(enterprises=[sampled(1, name=f"{hostile}公司", contact=hostile, service=hostile)])
    inbox, out = results(tmp_path / "结果", told), tmp_path / "抽样"
    done = sample(["draw", str(inbox), "--seed", "s", "--out", str(out), "--size", "1"])
    assert done.exit_code == 0, done.output
    held = list(cells((out / "callsheet.xlsx").read_bytes()))
    assert {cell.data_type for cell in held} <= {"s", "n"}
    # These sheets are read back: what turns the line is left out of a name, and a control character may part it.
    shown = TURNING.sub("", SHOWN[hostile].replace("〔U+202E〕", ""))
    assert any(shown in str(cell.value).replace("甲 乙", "甲乙") for cell in held)
    said = plain((out / "callsheet.docx").read_bytes())
    assert shown in said.replace("甲 乙", "甲乙")
    assert not TURNING.search(said + "".join(str(cell.value) for cell in held))


def test_a_cell_longer_than_a_workbook_allows_says_so() -> None:
    long = "长" * 40_000
    ends = [str(cell.value)[-20:] for cell in cells(rendered(ReportContext(saying(long))).files["tables.xlsx"])]
    assert any("共 40000 字" in end for end in ends)


NAMES = {
    "a-page-of-results": "index.html",
    "the-record": "batch.json",
    "the-workbook": "register.xlsx",
    "the-decisions": "decisions.yaml",
    "the-log": "decisions-log.jsonl",
    "a-lock": ".results.lock~",
    "an-escape": "esc\x1b[31mred\x1b[2J",
    "a-title-for-the-terminal": "\x1b]0;x\x07",
    "a-line-end": "line\nend",
    "the-other-line-end": "cr\r\nlf",
    "turned-around": "turn\u202egnp",
    "a-hundred-bytes": "a" * 255,
    "hanzi-to-the-last-byte": "长" * 85,
    "a-device": "con",
    "composed": unicodedata.normalize("NFC", "café"),
    "decomposed": unicodedata.normalize("NFD", "café"),
    "small": "abc",
    "large": "ABC",
    "mixed": "Abc",
}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take few of these names")
def test_dossiers_and_files_of_every_name(tmp_path: Path) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    made: list[str] = []
    for name in NAMES.values():
        folder = inbox / name
        folder.mkdir(parents=True)
        made.append(name)
        (folder / "情况说明.docx").write_bytes(office_files.docx(office_files.p("情况说明")))
    beside = inbox / NAMES["small"]
    for name in (
        "\x1b]0;x\x07.txt",
        "行\n尾.txt",
        "长" * 83 + ".txt",
        "e\u0301.txt",
        "\u00e9.txt",
        "说明.TXT",
        "说明.txt",
    ):
        (beside / name).write_text("说明", encoding="utf-8")
    (beside / os.fsdecode("中文.txt".encode("gb18030"))).write_text("说明", encoding="utf-8")
    words = ["screen", str(inbox), "--out", str(out), "--jobs", "1", "--no-cache", "--as-of", AS_OF.isoformat()]
    call = [sys.executable, "-X", "utf8", "-c", "from pipeline.cli import main; main()", *words]
    done = subprocess.run(call, capture_output=True, check=False)  # noqa: S603  our own command
    assert done.returncode == 0, done.stderr.decode()
    printed = (done.stdout + done.stderr).decode()
    assert not [sign for sign in printed if unicodedata.category(sign) in {"Cc", "Cf"} and sign != "\n"]
    record = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    folders = [one["folder"] for one in record["dossiers"]]
    seen = sorted(unicodedata.normalize("NFC", folder).casefold() for folder in folders)
    assert len(seen) == len(set(seen)) == len([name for name in made if not name.startswith(".")])
    assert all((out / folder / "screening.json").is_file() for folder in folders)
    (folder,) = (one["folder"] for one in record["dossiers"] if one["id"] == "abc")
    files = json.loads((out / folder / "screening.json").read_text(encoding="utf-8"))["files"]
    assert {one["status"] for one in files} == {"read"}
    assert len(files) == 9
    assert "中文.txt" in [one["path"] for one in files]


def locked(name: str) -> bytes:
    """A ZIP of one file behind a password."""
    data = bytearray(office_files.zipped({name: b"1"}))
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


@pytest.mark.parametrize(("name", "missing"), [("", True), ("1.docx", False)])
def test_a_locked_archive_may_hold_what_is_missing(tmp_path: Path, name: str, missing: bool) -> None:
    """Without it items are missing; with it none is said to be."""
    (tmp_path / "情况说明.txt").write_text("情况说明", encoding="utf-8")
    if name:
        (tmp_path / "材料.zip").write_bytes(locked(name))
    found, _ = screened(InboxEntry("甲", tmp_path), Settings(AS_OF, rulebook="harbin"))
    assert any(one.status is MaterialStatus.MISSING for one in found.materials) is missing
    assert any(one.status is MaterialStatus.REVIEW for one in found.materials) is bool(name)
