"""A document calls itself replaced in its path, in a short line at its top, or in its head."""

from dataclasses import replace

import pytest

from extractors.versions.editions import rank, replaced_by_its_word
from schemas.document import Paragraph
from tests.builders.documents import document

SENTENCE = "本单位承诺，所填内容如有虚假，已取得的认定作废，并承担一切由此产生的法律责任和后果。"


@pytest.mark.parametrize(
    ("made", "word"),
    [
        pytest.param(document(("申报表",), path="旧版/申报表.docx"), "旧版", id="the-folder"),
        pytest.param(document(("申报表（作废）",)), "作废", id="a-line-at-the-top"),
        pytest.param(document(("申报表",)), "", id="nothing"),
        pytest.param(
            document(("本单位承诺，所填内容如有虚假，已取得的认定作废，并承担一切由此产生的法律责任和后果。",)),
            "",
            id="a-sentence",
        ),
        pytest.param(document((*("行",) * 8, "作废")), "", id="far-below"),
    ],
)
def test_which_word_says_so(made, word):
    assert replaced_by_its_word(made) == word


def test_a_watermark_in_the_head_says_so():
    made = document(("申报表",))
    page = replace(made.pages[0], furniture=(Paragraph("作废"),))
    assert replaced_by_its_word(replace(made, pages=(page,))) == "作废"


def test_a_replaced_document_ranks_below_all_others():
    old, plain, final = (document(("表",), path=f"{name}.docx") for name in ("表（旧版）", "表", "表（定稿）"))
    assert rank(old) < rank(plain) < rank(final)
