"""Lists of people as bureaus keep them."""

from pathlib import Path

import pytest

from pipeline.sampling.record.roster_file import enterprises, rows
from schemas.errors import UsageError


def test_a_csv_is_read_in_either_coding(tmp_path: Path) -> None:
    for coding in ("utf-8-sig", "gb18030"):
        path = tmp_path / f"{coding}.csv"
        path.write_bytes("姓名,回避\n甲一,无\n".encode(coding))
        assert rows(path, "名单") == [["姓名", "回避"], ["甲一", "无"]]


def test_units_are_parted_by_any_mark_and_nobody_is_no_unit() -> None:
    assert enterprises("甲公司、乙公司；丙公司/丁公司") == {"甲公司", "乙公司", "丙公司", "丁公司"}
    assert enterprises("无") == enterprises("—") == enterprises("") == frozenset()


def test_a_broken_file_says_which_list_and_which_formats(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(UsageError, match="专家名单请用 XLSX 或 CSV"):
        rows(path, "专家名单")
