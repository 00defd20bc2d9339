"""A kept screening is the screening: its frames too, column by column and kind by kind."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from extractors.kept import codec
from extractors.kept.codec import Foreign
from pipeline.again import screenings
from pipeline.intake.inbox import entries
from pipeline.results import as_json
from pipeline.screen import screen
from schemas.dossier import Contents, Screening
from schemas.locator import Locator
from schemas.tables import LISTS, Row, list_frame
from schemas.trust import Doubt
from tests.builders.screening import SETTINGS, STEPS

PLACE = Locator("名单.docx", cell="表1!R2C1", text="张三", doubts=frozenset({Doubt.RECOGNISED}))


@pytest.fixture
def screening(tmp_path: Path) -> Screening:
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "表.txt").write_text("办法", encoding="utf-8")
    made = screen(entries(tmp_path)[0], SETTINGS, STEPS)
    values = {"no": 1, "name": "一公司", "fee": Decimal("0.50"), "is_micro": None, "satisfied": True, "phone": "0451"}
    row = Row(values, PLACE, {"name": PLACE})
    tables = {
        **made.contents.tables,
        "enterprises": list_frame("enterprises", [row, replace(row, places={})]),
        "survey": list_frame("survey", []),
    }
    return replace(made, contents=replace(made.contents, tables=tables))


def again(screening: Screening) -> Screening:
    return screenings.unpacked(screenings.packed(screening, Screening), Screening)


def bare(contents: Contents) -> Contents:
    none = pd.DataFrame()
    return replace(contents, application=none, figures=none, tables={})  # type: ignore[arg-type]


def test_it_comes_back_as_it_was(screening: Screening):
    read = again(screening)
    assert as_json.screening_json(read) == as_json.screening_json(screening)
    assert replace(read, contents=None) == replace(screening, contents=None)  # type: ignore[arg-type]
    for name in Contents.__slots__:
        if name not in ("application", "figures", "tables"):
            assert getattr(read.contents, name) == getattr(screening.contents, name), name


def test_its_frames_have_the_same_columns_and_kinds(screening: Screening):
    read = again(screening).contents
    frames = {"application": read.application, "figures": read.figures, **read.tables}
    before = {
        "application": screening.contents.application,
        "figures": screening.contents.figures,
        **screening.contents.tables,
    }
    assert list(frames) == list(before)
    for name, frame in frames.items():
        pd.testing.assert_frame_equal(frame, before[name])
        assert [type(value) for value in frame.to_numpy().ravel()] == [
            type(value) for value in before[name].to_numpy().ravel()
        ]


def test_a_place_keeps_its_doubts(screening: Screening):
    """Two places are the same whatever is doubted of them: comparing would not tell."""
    assert again(screening).contents.tables["enterprises"]["evidence"][0].doubts == {Doubt.RECOGNISED}


def test_an_empty_list_keeps_its_columns(screening: Screening):
    keys = [column.key for column in LISTS["survey"].columns]
    assert list(again(screening).contents.tables["survey"].columns) == [*keys, "evidence", "places"]


@pytest.mark.parametrize(
    "raw",
    [
        [["name"], [[["一", "二"], ["一.txt"], []]]],
        [["name"], [[["一"], "一.txt", []]]],
        [["name"], [["一"]]],
        [[1], []],
        [["name"]],
        {},
    ],
)
def test_a_frame_that_nobody_wrote(raw: object):
    screenings.packed(None, type(None))
    with pytest.raises(Foreign):
        codec.unpacked(zlib.compress(json.dumps(raw).encode()), pd.DataFrame)


def test_a_day_comes_back(screening: Screening):
    assert again(screening).as_of == date(2026, 3, 15)
