"""screening.json says what the contract says, in numbers without noise, all or nothing."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.inbox import InboxEntry
from pipeline.results import as_json
from pipeline.results import files as result_files
from pipeline.results.as_json import plain, screening_json
from pipeline.results.batch import Batch
from pipeline.screen import screen, unreadable
from schemas.findings import BatchFinding
from schemas.locator import Locator
from schemas.status import Status
from schemas.tables import LISTS
from tests.builders.screening import NAME, SETTINGS, STEPS

LOCATOR = {"file", "page", "sheet", "cell", "bbox", "text"}


@pytest.fixture
def record(tmp_path: Path) -> dict[str, object]:
    (tmp_path / "申报表.txt").write_text("办法", encoding="utf-8")
    written = as_json.as_bytes(screening_json(screen(InboxEntry("甲", tmp_path), SETTINGS, STEPS)))
    return json.loads(written)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("320.50"), "320.5"),
        (Decimal("12.00"), "12"),
        (Decimal(1) / 3, "0.333333"),
        (Decimal("1E+3"), "1000"),
        (np.int64(5), "5"),
        (np.float64(0.1), "0.1"),
        (np.bool_(True), "true"),
        (True, "true"),
        (math.nan, "null"),
        (None, "null"),
        (date(2026, 3, 15), '"2026-03-15"'),
        ("12", '"12"'),
    ],
)
def test_a_value_as_json(value: object, shown: str) -> None:
    assert json.dumps(plain(value)) == shown


# JSON's numbers are doubles: fifteen digits, eleven before the point and four behind.
@given(st.decimals(min_value=-(10**11) + 1, max_value=10**11 - 1, places=4))
def test_an_amount_is_read_back_as_written(value: Decimal) -> None:
    assert Decimal(json.dumps(plain(value))) == value


def test_a_blank_left_blank_is_absent(record: dict) -> None:
    assert set(record["application"]) == {"applicant_name", "total_assets"}
    assert record["application"]["total_assets"]["value"] == 320.5


def test_a_blank_cell_is_null_and_every_row_has_its_place(record: dict) -> None:
    (row,) = record["tables"]["staff"]
    assert (row["age"], row["title"]) == (35, None)
    assert set(row["evidence"]) == LOCATOR
    assert set(record["tables"]) == set(LISTS)
    assert record["tables"]["equipment"] == []


def test_figures_are_numbers_truths_or_text(record: dict) -> None:
    values = {(one["measure"], one["source"]): one["value"] for one in record["figures"]}
    assert values["staff_count", "form"] == 12
    assert values["qualified_staff_share", "arithmetic"] == 83.333333
    assert values["enterprise_growth", "form.operations"] is True


def test_the_heads_of_the_contract(record: dict) -> None:
    assert record["contract"] == "dossier/1"
    assert record["dossier"] == {"id": "甲", "path": record["dossier"]["path"], "applicant": NAME}
    assert record["rulebook"]["id"] == "sample"
    assert record["as_of"] == "2026-03-15"
    assert record["files"][0]["status"] == "read"
    assert record["materials"][0]["status"] == "missing"
    assert record["findings"][2]["reason"] == "not_found"
    assert record["verdict"] == {"status": "supplement", "reasons": ["material.2.1"]}


def test_folders_of_dossiers_that_no_system_takes() -> None:
    assert result_files.folders(["甲:1", "甲?1", "NUL"]) == {"甲:1": "甲_1", "甲?1": "甲_1~2", "NUL": "_NUL"}


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_batch_dossier_by_dossier_has_the_bytes_of_the_whole(count: int):
    screenings = tuple(
        replace(unreadable(InboxEntry(name, Path(name)), SETTINGS, '"dossiers": []\n'), unheld="未核对")
        for name in "甲乙丙"[:count]
    )
    found = BatchFinding(
        "batch.same_applicant", Status.REVIEW, ("甲", "乙"), "申请单位相同", (Locator("甲/表.pdf", 1),)
    )
    of = Batch(SETTINGS.as_of, screenings, dict(zip("甲乙丙", "甲乙丙", strict=True)), (found,), asked={"inbox": "x"})
    assert b"".join(as_json.batch_in_pieces(of)) == as_json.as_bytes(as_json.batch_json(of))
