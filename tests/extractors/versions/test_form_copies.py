"""Two copies of the form are two statements of its quantities: where they differ, nothing rests on either."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.form.read import FilledForm
from extractors.reading import DocumentReading
from extractors.versions.form_copies import doubted_entries, other_copies
from schemas.application import Entry
from schemas.locator import Locator
from schemas.trust import NONE, Doubt
from tests.builders.documents import document


def reading(path, *, doubts=frozenset(), form="harbin", **values):
    entries = tuple(
        Entry(key, value, "", str(value), Locator(path, cell=key, doubts=doubts)) for key, value in values.items()
    )
    filled = FilledForm(form, entries, (), Locator(path), None, frozenset(), len(entries))
    return DocumentReading(document(("申报表",), path=path), [], [], [], filled, {}, [])


WORD = reading("申报表.docx", total_assets=Decimal("326.4"), staff_count=Decimal(12), registered_on="2017-04")


@pytest.mark.parametrize(
    ("values", "doubts", "titles"),
    [
        pytest.param({"total_assets": Decimal("298.1")}, NONE, ["上年末总资产"], id="other-assets"),
        pytest.param({"total_assets": Decimal("326.40")}, NONE, [], id="the-same-with-a-zero-more"),
        pytest.param({"registered_on": "2017-04-12"}, NONE, [], id="a-day-more-contradicts-nothing"),
        pytest.param({"registered_on": "2018-04-12"}, NONE, ["注册日期"], id="another-day"),
        pytest.param({"total_assets": Decimal("298.1")}, {Doubt.RECOGNISED}, ["上年末总资产"], id="read-with-doubt"),
        pytest.param({"total_assets": Decimal("298.1")}, {Doubt.OVERLAID}, [], id="something-over-it"),
        pytest.param({"registered_on": "2018-04-12"}, {Doubt.RECOGNISED}, [], id="another-day-read-with-doubt"),
        pytest.param({"total_assets": Decimal("298.1")}, {Doubt.FROM_PICTURE}, ["上年末总资产"], id="read-well"),
    ],
)
def test_in_what_two_copies_differ(values, doubts, titles):
    other = reading("扫描.pdf", doubts=frozenset(doubts), **values)
    (version,) = other_copies(WORD.form, [WORD, other])
    assert [one.title for one in version.differences] == titles
    doubted = doubted_entries(WORD.form.entries, [version])
    assert sum(Doubt.OTHER_COPY in entry.doubts for entry in doubted) == len(titles)


@pytest.mark.parametrize(("doubts", "sure"), [(NONE, True), ({Doubt.FROM_PICTURE}, True), ({Doubt.RECOGNISED}, False)])
def test_what_was_read_with_doubt_only_may_differ(doubts, sure):
    (version,) = other_copies(WORD.form, [WORD, reading("扫描.pdf", doubts=frozenset(doubts), staff_count=Decimal(28))])
    assert [one.sure for one in version.differences] == [sure]


def test_a_replaced_copy_is_told_and_casts_no_doubt():
    (version,) = other_copies(WORD.form, [WORD, reading("申报表（作废）.docx", total_assets=Decimal("298.1"))])
    assert version.replaced
    assert [(one.counts, one.other) for one in version.differences] == [("326.4", "298.1")]
    assert all(not entry.doubts for entry in doubted_entries(WORD.form.entries, [version]))


def test_a_form_of_another_kind_is_no_copy():
    assert other_copies(WORD.form, [WORD, reading("测评表.docx", form="harbin-review", total_assets=Decimal(1))]) == ()


def test_one_form_has_no_copies():
    assert other_copies(WORD.form, [WORD, replace(WORD, form=None)]) == ()
    assert other_copies(None, [WORD]) == ()
