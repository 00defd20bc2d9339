"""Controls of a page show their state; white space is one blank, and a break ends a line."""

import pytest

from extractors.read import read
from schemas.document import Table


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<input type=checkbox checked>租用 <input type=checkbox>自有", "☑租用 □自有"),
        ("<input type=radio>是<input type=radio checked>否", "□是☑否"),
        ("<input value='326.40'>万元", "326.40万元"),
        ("<input type=hidden value='x'>万元", "万元"),
        ("<select><option>租用<option selected>自有</select>", "自有"),
        ("<textarea>自有</textarea>", "自有"),
        ("甲\n   乙", "甲 乙"),
        ("甲<br>乙", "甲\n乙"),
        ("<p>甲</p><p>乙</p>", "甲\n乙"),
        ("<font face='Wingdings'>&#254;</font>租用", "☑租用"),
        ("<u>租用</u>□自有□", "租用☑自有□"),
        ("<script>x</script>甲", "甲"),
    ],
)
def test_the_text_of_a_cell(inner, shown):
    page = f"<table><tr><td>{inner}</td><td>旁</td></tr></table>"
    (table,) = read(page.encode(), "表.html").pages[0].blocks
    assert isinstance(table, Table)
    assert table.cells[0].text == shown
