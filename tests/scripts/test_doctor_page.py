"""The doctor's page comes from a script."""

from PIL import Image

from scripts import doctor_page


def test_the_page_is_a_sheet_that_an_office_scanner_gives():
    with Image.open(doctor_page.FOLDER / "page.png") as picture:
        assert picture.size == doctor_page.SIZE


def test_what_stands_on_the_page_is_what_the_script_writes():
    written = (doctor_page.FOLDER / "page.txt").read_text(encoding="utf-8").split("\n")
    rows = [doctor_page.HEADS, *(doctor_page.list_row(number) for number in range(1, doctor_page.ROWS))]
    assert written == [*doctor_page.LINES, *(text for row in rows for text in row), ""]
