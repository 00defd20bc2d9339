"""What each reader may see of phones, identity numbers and names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.results import as_json
from pipeline.results.audience import Audience
from pipeline.results.batch import Batch
from pipeline.results.masking import Mask, mask_for, masked, masked_batch
from schemas.figures import Figure
from schemas.findings import BatchFinding
from schemas.status import Status
from schemas.tables import rows_of
from tests.builders.contents import AS_OF, place
from tests.builders.reports import contents, screening

APPLICANT = Mask(Audience.APPLICANT, frozenset({"19911110000"}))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("电话19900001234。", "电话199****1234。", id="mobile"),
        pytest.param("199 0000 1234", "199****1234", id="mobile-with-blanks"),
        pytest.param("19911110000", "19911110000", id="the-applicants-own"),
        pytest.param("0451-12345678", "0451-****78", id="landline"),
        pytest.param("(0451)1234567", "(0451)****67", id="landline-in-brackets"),
        pytest.param("11010519491231002X", "**************002X", id="identity-number"),
        pytest.param("911101010000000000", "911101010000000000", id="credit-code-of-digits"),
        pytest.param("91110101MA00000001", "91110101MA00000001", id="credit-code"),
        pytest.param("1990000123", "1990000123", id="a-digit-too-few"),
        pytest.param("199000012345", "199000012345", id="a-digit-too-many"),
        pytest.param("320.50 万元", "320.50 万元", id="an-amount"),
    ],
)
def test_what_the_applicant_sees(text: str, shown: str) -> None:
    assert APPLICANT.text(text) == shown
    assert Mask(Audience.INTERNAL).text(text) == text


def test_the_public_sees_no_names_and_nobodys_phone() -> None:
    mask = mask_for(contents(), Audience.PUBLIC)
    assert mask.text("赵示例（19911110000）") == "赵**（199****0000）"


def test_a_whole_screening_is_masked_and_otherwise_the_same() -> None:
    plain, shown = screening(), masked(screening(), Audience.PUBLIC)
    assert masked(plain, Audience.INTERNAL) is plain
    assert [row.values["name"] for row in rows_of(shown.contents.tables["staff"])] == ["赵**", "钱**"]
    assert rows_of(shown.contents.tables["enterprises"])[0].values["phone"] == "199****0001"
    assert shown.findings[6].actual == "199****0001（甲、乙、丙）"
    assert (shown.id, shown.as_of, shown.verdict) == (plain.id, plain.as_of, plain.verdict)
    assert shown.contents.files == plain.contents.files


def test_what_dossiers_share_is_masked_too() -> None:
    finding = BatchFinding(
        "batch.shared_staff", Status.REVIEW, ("甲", "乙"), "赵示例，19900001234", (place(text="赵示例"),)
    )
    plain = Batch(AS_OF, (screening(),), {"甲": "甲"}, (finding,))
    (shown,) = masked_batch(plain, Audience.PUBLIC).findings
    assert (shown.message, shown.evidence[0].text) == ("赵**，199****1234", "赵**")
    assert masked_batch(plain, Audience.INTERNAL) is plain


@pytest.mark.parametrize("audience", [Audience.APPLICANT, Audience.PUBLIC])
def test_a_figures_year_stays_a_whole_number_beside_one_that_has_none(audience: Audience) -> None:
    figures = (
        Figure("revenue", "form", Decimal(100), "万元", "100", (place("甲"),), year=2025),
        Figure("staff_count", "form", Decimal(12), "人", "12", (place("甲"),)),
    )
    shown = masked(screening(seen=contents(figures=figures)), audience)
    assert [(type(year), year) for year in shown.contents.figures["year"]] == [(int, 2025), (type(None), None)]
    assert as_json.as_bytes(as_json.screening_json(shown, {}))
