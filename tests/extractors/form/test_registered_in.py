"""An address gives a figure where it is placed, and one reading for each place of that name."""

import pytest

from extractors.form.registered_in import registered_in
from schemas.locator import Locator


@pytest.mark.parametrize(
    ("address", "stated"),
    [
        pytest.param("郑州市金水区一号", [("河南省郑州市金水区", "")], id="one-place"),
        pytest.param(
            "朝阳区一号",
            [("北京市朝阳区", "以北京市朝阳区解"), ("吉林省长春市朝阳区", "以吉林省长春市朝阳区解")],
            id="a-reading-each",
        ),
        pytest.param("示例大道一号", [], id="no-place"),
    ],
)
def test_an_address(address, stated):
    figures = list(registered_in("form", address, address, Locator("申报表.docx")))
    assert [(figure.value, figure.reading) for figure in figures] == stated
