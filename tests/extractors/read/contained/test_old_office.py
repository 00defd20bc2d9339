"""Documents laid into an old workbook or document are files of their own."""

import pytest

from extractors.read import ole
from extractors.read.contained import files_in
from tests.builders.office_files import xlsx
from tests.builders.old_files import compound, stored

BOOK = xlsx("<sheetData/>")


@pytest.mark.parametrize(
    ("folder", "streams", "name"),
    [
        ("MBD0001", {"Package": BOOK}, "嵌入对象1.xlsx"),
        ("MBD0001", {"WordDocument": b"\xec\xa5"}, "嵌入对象1.doc"),
    ],
)
def test_an_object_of_a_workbook(folder, streams, name):
    data = stored(folder, streams, {"Workbook": b"\x09\x08"})
    assert [held.name for held in files_in(data, "名单.xls")] == [name]


def test_a_workbook_without_objects_holds_nothing():
    assert files_in(compound({"Workbook": b"\x09\x08"}), "名单.xls") == []


def test_a_cut_off_file_holds_nothing():
    assert files_in(compound({"Workbook": b"\x09\x08"})[:600], "名单.xls") == []


def test_a_workbook_is_told_by_its_own_streams_not_by_those_of_what_it_holds():
    data = stored("MBD0001", {"WordDocument": b"\xec\xa5"}, {"Workbook": b"\x09\x08"})
    assert ole.names(data) == {"workbook", "mbd0001/worddocument"}
