"""A large register is written row by row and shows what a small one shows."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from pipeline.reports import register_xlsx
from pipeline.results.batch import Batch
from schemas.findings import BatchFinding
from schemas.status import Status
from tests.builders.contents import AS_OF
from tests.builders.reports import screening


def batch(count: int) -> Batch:
    one = screening()
    screenings = tuple(replace(one, id=f"D{number}") for number in range(count))
    found = BatchFinding("batch.shared_staff", Status.REVIEW, ("D0", "D1"), "人员名单有相同人员：张示例，请核实。")
    return Batch(AS_OF, screenings, {one.id: one.id for one in screenings}, (found,))


def shown(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(data))
    looks = {
        sheet.title: [
            (sheet.freeze_panes, sheet.auto_filter.ref),
            tuple(sheet.column_dimensions[letter].width for letter in "ABCDEFG"),
        ]
        for sheet in book
    }
    return {sheet.title: [*looks[sheet.title], *sheet.iter_rows(values_only=True)] for sheet in book}


@pytest.mark.parametrize("count", [0, 1, 3, 205])
def test_row_by_row_it_shows_the_same(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    of = batch(count)
    held = register_xlsx.render(of)
    monkeypatch.setattr(register_xlsx, "HELD", -1)
    streamed = io.BytesIO()
    register_xlsx.write(of, streamed)
    assert shown(streamed.getvalue()) == shown(held)


def test_a_small_one_has_the_bytes_that_it_always_had() -> None:
    written = io.BytesIO()
    register_xlsx.write(batch(2), written)
    assert written.getvalue() == register_xlsx.render(batch(2))
