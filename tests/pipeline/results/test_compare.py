"""Two screenings of one dossier: what is new in it, what is settled, and what could have been told before."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from pipeline.batch import rendered
from pipeline.results import as_json
from pipeline.results import compare as results_compare
from pipeline.results import files as result_files
from pipeline.results.batch import ReportContext
from schemas.decisions import AppliedDecision, Choice, Decision, laid
from schemas.dossier import FileRecord, Screening
from schemas.errors import UsageError
from schemas.findings import Finding
from schemas.locator import Locator
from schemas.status import FileStatus, Status, VerdictStatus
from tests.builders.commands import dossier
from tests.builders.contents import AS_OF
from tests.builders.reports import DIFFER, LAPSED, MISSING, SHORT, contents, screening


def of(
    files: dict[str, str], findings: Sequence[Finding], verdict: VerdictStatus = VerdictStatus.SUPPLEMENT
) -> Screening:
    records = tuple(FileRecord(path, sha, "text/plain", 1, FileStatus.READ) for path, sha in files.items())
    return screening(verdict, findings, replace(contents(), files=records))


def put(folder: Path, one: Screening) -> Path:
    result_files.write(folder / as_json.SCREENING, as_json.as_bytes(as_json.screening_json(one)))
    return folder


def at(finding: Finding, file: str) -> Finding:
    return replace(finding, evidence=(Locator(file),))


@pytest.fixture
def compared(tmp_path: Path) -> results_compare.Compared:
    before = of({"表": "1", "名单": "2", "旧": "3"}, (MISSING, at(DIFFER, "表"), LAPSED))
    late, fresh = at(SHORT, "表"), replace(at(SHORT, "新"), rule="condition.staff_count")
    passed = replace(MISSING, status=Status.PASS)
    found = (passed, at(DIFFER, "表"), late, fresh, LAPSED)
    after = of({"表": "1", "名单": "9", "新": "4"}, found, VerdictStatus.INELIGIBLE)
    (found,) = results_compare.compare(put(tmp_path / "old", before), put(tmp_path / "new", after))
    return found


def test_files_are_told_apart_by_what_they_hold(compared: results_compare.Compared) -> None:
    assert (compared.added, compared.changed, compared.removed) == (("新",), ("名单",), ("旧",))


def test_points_are_settled_left_new_or_late(compared: results_compare.Compared) -> None:
    told = {key: [one.rule for one in getattr(compared, key)] for key in ("settled", "left", "new", "late", "unjudged")}
    assert told == {
        "unjudged": [],
        "settled": ["material.9.1"],
        "left": ["crosscheck.staff_count"],
        "new": ["condition.staff_count"],
        "late": ["condition.total_assets"],
    }


def test_a_file_that_was_only_renamed_is_not_new(tmp_path: Path) -> None:
    before, after = of({"表.docx": "1"}, ()), of({"1 表.docx": "1"}, ())
    (found,) = results_compare.compare(put(tmp_path / "old", before), put(tmp_path / "new", after))
    assert (found.added, found.removed) == ((), ())


@pytest.mark.parametrize(
    ("files", "late"),
    [
        pytest.param({"表": "1", "证": "2"}, True, id="nothing-was-taken-away"),
        pytest.param({"表": "1", "证": "2", "新": "3"}, True, id="something-was-added"),
        pytest.param({"表": "1"}, False, id="a-file-is-gone"),
        pytest.param({"表": "1", "证": "9"}, False, id="a-file-was-replaced"),
    ],
)
def test_what_was_missing_all_along_could_have_been_told(tmp_path: Path, files: dict[str, str], late: bool) -> None:
    before, after = of({"表": "1", "证": "2"}, ()), of(files, (MISSING,))
    (found,) = results_compare.compare(put(tmp_path / "old", before), put(tmp_path / "new", after))
    assert ([one.rule for one in found.late], [one.rule for one in found.new]) == (
        ([MISSING.rule], []) if late else ([], [MISSING.rule])
    )


def waived(of: Screening) -> dict[str, AppliedDecision]:
    return laid([Decision("甲", MISSING.rule, Choice.WAIVE, "经办人示例", AS_OF, "另收")], "甲", of.findings)


@pytest.mark.parametrize(("let_go", "late"), [(True, (MISSING.rule,)), (False, ())])
def test_what_was_waived_the_first_time_was_not_told(tmp_path: Path, let_go: bool, late: tuple[str, ...]) -> None:
    one = of({"表": "1"}, (MISSING,))
    record = as_json.screening_json(one, waived(one) if let_go else {})
    before = tmp_path / as_json.SCREENING
    result_files.write(before, as_json.as_bytes(record))
    assert results_compare.untold(before, as_json.screening_json(one)) == late


def test_a_second_letter_says_what_the_first_could_have_asked() -> None:
    one = screening()
    late = rendered(ReportContext(one, untold=frozenset({MISSING.rule, DIFFER.rule}))).files
    said = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(late["letter.docx"])).paragraphs)
    assert "需补正的材料第 1 项；需核实说明的数据第 1 项，所依据的材料前次已经提交、前次未告知。" in said
    assert late["report.html"].decode().count("前次未告知") == 4
    first = rendered(ReportContext(one)).files
    plain = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(first["letter.docx"])).paragraphs)
    assert "前次" not in plain + first["report.html"].decode()
    assert "\n\n\n" not in plain[:200]


def test_folders_without_results_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有初审结果"):
        results_compare.compare(tmp_path, tmp_path)


def test_the_command_says_it_in_words_and_for_programs(tmp_path: Path) -> None:
    old, new = (
        put(tmp_path / "old", of({"表": "1"}, (MISSING,))),
        put(tmp_path / "new", of({"表": "1"}, (replace(MISSING, status=Status.PASS), at(SHORT, "表")))),
    )
    told = dossier("compare", old, new)
    assert "已解决（1）" in told.output
    assert "前次可告知" in told.output
    record = json.loads(dossier("compare", old, new, "--format", "json").stdout)
    assert record["dossiers"][0]["late"][0]["rule"] == "condition.total_assets"


@pytest.mark.parametrize(
    ("now", "where"),
    [
        pytest.param((replace(MISSING, status=Status.PASS),), "settled", id="judged-again-and-passed"),
        pytest.param((replace(MISSING, status=Status.NOT_APPLICABLE),), "unjudged", id="does-not-apply-any-more"),
        pytest.param((), "unjudged", id="not-judged-this-time"),
        pytest.param((replace(MISSING, status=Status.PASS), MISSING), "left", id="one-place-passes-another-does-not"),
        pytest.param((replace(MISSING, status=Status.REVIEW),), "left", id="a-person-must-look"),
    ],
)
def test_only_what_was_judged_again_and_passed_is_settled(tmp_path: Path, now: tuple[Finding, ...], where: str) -> None:
    before, after = of({"表": "1"}, (MISSING,)), of({"表": "1"}, now)
    (found,) = results_compare.compare(put(tmp_path / "old", before), put(tmp_path / "new", after))
    lists = ("settled", "left", "new", "late", "unjudged", "decided")
    assert [name for name in lists if getattr(found, name)] == [where]


def test_what_a_clerk_has_waived_since_is_called_so(tmp_path: Path) -> None:
    one = of({"表": "1"}, (MISSING,))
    put(tmp_path / "old", one)
    (tmp_path / "new").mkdir()
    record = as_json.as_bytes(as_json.screening_json(one, waived(one)))
    result_files.write(tmp_path / "new" / as_json.SCREENING, record)
    (found,) = results_compare.compare(tmp_path / "old", tmp_path / "new")
    assert [point.rule for point in found.decided] == [MISSING.rule]
    assert not found.settled
    assert not found.unjudged


def test_the_dossiers_of_earlier_results_are_those_that_batch_json_names_now(tmp_path: Path):
    def write(*names: str) -> None:
        told = [{"id": name, "folder": name} for name in names]
        (tmp_path / "batch.json").write_text(json.dumps({"dossiers": told}), encoding="utf-8")

    with pytest.raises(UsageError):
        results_compare.earlier(tmp_path)
    write("甲")
    assert dict(results_compare.earlier(tmp_path)) == {"甲": tmp_path / "甲" / "screening.json"}
    write("甲", "乙")
    assert list(results_compare.earlier(tmp_path)) == ["甲", "乙"]
