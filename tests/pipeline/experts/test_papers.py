"""What lies in the folder of a review."""

from pathlib import Path

from pipeline.experts import papers
from pipeline.experts.panel import drawn
from pipeline.experts.roster import read_experts
from pipeline.sampling.draw.screening_results import read_results
from schemas.days.rounds import ExpertMarks
from tests.builders.experts import judged, roster
from tests.builders.sampling import results


def written(tmp_path: Path, *records: dict[str, object]) -> list[str]:
    found = read_results(results(tmp_path / "r", *records))
    panel = drawn(found, list(found.places), read_experts(roster(tmp_path / "专家.xlsx")), 2, "一")
    out = tmp_path / "评审"
    return sorted(path.relative_to(out).as_posix() for path in papers.write(out, found, panel, ExpertMarks()))


def test_a_form_with_a_panel_table_has_it_printed_and_another_has_not(tmp_path: Path) -> None:
    plain = judged("D01", "品牌", rulebook={"id": "harbin", "title": "某办法", "procedure": "application"})
    with_table = judged("D02", "品牌")
    names = written(tmp_path, plain, with_table)
    assert [name for name in names if name.startswith("专家组名单/")] == ["专家组名单/D02 甲城示例服务有限公司.docx"]
    assert sum(name.startswith("评审卷/") for name in names) == 2


def test_clauses_of_two_rulebooks_stand_on_two_sheets(tmp_path: Path) -> None:
    plain = judged("D01", "品牌", rulebook={"id": "harbin", "title": "某办法", "procedure": "application"})
    names = written(tmp_path, plain, judged("D02", "制度"))
    assert sum("harbin" in name for name in names) == 2
    assert sum("liaocheng-2021" in name for name in names) == 2


def test_a_sheet_that_was_filled_in_is_never_written_over(tmp_path: Path) -> None:
    first = written(tmp_path, judged("D01", "品牌"))
    sheet = next(name for name in first if name.startswith("评分表/"))
    (tmp_path / "评审" / sheet).write_bytes(b"filled in")
    again = written(tmp_path, judged("D01", "品牌"))
    assert (tmp_path / "评审" / sheet).read_bytes() == b"filled in"
    assert sheet.replace(".xlsx", "-2.xlsx") in again
