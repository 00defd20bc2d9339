"""A kept value: the very same one comes back, and what is not of its type is refused on both ways."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.kept import codec
from extractors.kept.codec import Foreign, packed, unpacked
from schemas.document import Cell, Document, Page, Paragraph, Seal, Table
from schemas.trust import Doubt


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    share: float


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    colour: Colour
    parts: tuple[Leaf | Other, ...]
    day: date
    price: Decimal | None = None
    marks: frozenset[Colour] = frozenset()
    box: tuple[float, float] | None = None
    side: Literal["left", "right"] = "left"
    beside: Mapping[str, Leaf] = field(default_factory=dict)
    sure: bool = True


TREE = Tree(
    "甲\ud800",
    Colour.RED,
    (Leaf("一"), Other(0.1), Leaf("二", 2)),
    date(2026, 3, 15),
    Decimal("1E+2"),
    frozenset({Colour.BLUE, Colour.RED}),
    (1, 2.5),
    "right",
    {"乙": Leaf("三"), "甲": Leaf("四")},
    sure=False,
)


def test_the_same_value_comes_back():
    again = unpacked(packed(TREE, Tree), Tree)
    assert again == TREE
    assert list(again.beside) == ["乙", "甲"]
    assert str(again.price) == "1E+2"
    assert type(again.marks) is frozenset


def once(moment: datetime | time) -> bool:
    """No hour that a clock shows twice: no cell stores one."""
    return moment.fold == 0


NATIVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(), st.dates(), st.times().filter(once),
    st.datetimes().filter(once), st.floats(allow_nan=False), st.decimals(allow_nan=False),
)  # fmt: skip
BOXES = st.none() | st.tuples(*[st.floats(allow_nan=False)] * 4)
DOUBTS = st.frozensets(st.sampled_from(Doubt))
CELLS = st.builds(
    Cell, st.integers(0), st.integers(0), st.text(), bbox=BOXES, native=NATIVES, doubts=DOUBTS, header=st.booleans()
)
TABLES = st.builds(
    Table, st.lists(CELLS, max_size=3).map(tuple), st.integers(0), st.integers(0), continues=st.booleans()
)
PARAGRAPHS = st.builds(Paragraph, st.text(), BOXES, st.none() | st.text(), DOUBTS)
PAGES = st.builds(
    Page,
    st.integers(1),
    st.lists(PARAGRAPHS | TABLES, max_size=3).map(tuple),
    st.sampled_from(["text", "scan"]),
    width=st.none() | st.floats(1, 2000),
    furniture=st.lists(PARAGRAPHS, max_size=1).map(tuple),
    recognised=st.sampled_from(["no", "top", "all"]),
    seals=st.lists(st.builds(Seal, st.just("round"), st.tuples(*[st.floats(0, 9)] * 4)), max_size=1).map(tuple),
    grey=st.none() | st.booleans(),
)
DOCUMENTS = st.builds(
    Document, st.text(), st.text(), st.text(), st.lists(PAGES, max_size=2).map(tuple), st.text(),
    st.lists(st.tuples(st.text(), st.integers()), max_size=2).map(tuple),
)  # fmt: skip


@given(DOCUMENTS)
def test_any_document_comes_back_as_it_was(document: Document):
    again = unpacked(packed(document, Document), Document)
    assert again == document
    assert packed(again, Document) == packed(document, Document), "a 1 is no 1.0 and no true"


@given(
    st.recursive(
        NATIVES.filter(lambda one: not isinstance(one, (date, time, Decimal))),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_json_is_taken_for_a_document_that_it_is_not(raw: object):
    body = zlib.compress(json.dumps(raw).encode())
    with pytest.raises(Foreign):
        unpacked(body, Document)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(Leaf(1), id="a number where text belongs"),  # type: ignore[arg-type]
        pytest.param(Leaf("一", True), id="a truth value where a number belongs"),
        pytest.param(Leaf("一", np.int64(1)), id="a library's own number"),  # type: ignore[arg-type]
        pytest.param(Leaf(Colour.RED), id="a word where text belongs"),
        pytest.param(TREE, id="another class"),
    ],
)
def test_what_is_not_of_its_type_is_not_written(wrong: object):
    with pytest.raises(Foreign):
        packed(wrong, Leaf)


def test_a_number_of_a_library_is_written_as_the_same_number():
    again = unpacked(packed(Other(np.float64(0.1)), Other), Other)
    assert again == Other(0.1)
    assert type(again.share) is float


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(["一", 1, 2], id="too many fields"),
        pytest.param([], id="too few fields"),
        pytest.param({"text": "一"}, id="no list"),
        pytest.param(["一", "1"], id="text where a number belongs"),
        pytest.param(["一", 1.0], id="a fraction where a whole number belongs"),
        pytest.param([None], id="nothing where text belongs"),
    ],
)
def test_what_is_not_of_its_type_is_not_read(raw: object):
    with pytest.raises(Foreign):
        unpacked(zlib.compress(json.dumps(raw).encode()), Leaf)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ([[2, ["一"]]], tuple[Leaf | Other, ...]),
        ([[-1, ["一"]]], tuple[Leaf | Other, ...]),
        ([[True, ["一"]]], tuple[Leaf | Other, ...]),
        ("middle", Literal["left", "right"]),
        ("green", Colour),
        ({"decimal": "x"}, object),
        ({"decimal": "1", "date": "2026-01-01"}, object),
        ({"os.system": "id"}, object),
        ({"date": 20260101}, object),
        ("2026-13-01", date),
        ([1.0], tuple[float, float]),
        ([["甲"]], Mapping[str, int]),
        ([[["甲"], 1]], Mapping[str, int]),
    ],
)
def test_words_that_there_are_not(raw: object, kind: object):
    with pytest.raises(Foreign):
        unpacked(zlib.compress(json.dumps(raw).encode()), kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x80\x04cos\nsystem\n", id="a pickle"),
        pytest.param(packed(TREE, Tree)[:-5], id="cut short"),
        pytest.param(packed(TREE, Tree) + b"x", id="something behind it"),
        pytest.param(zlib.compress(b"[" * 100_000), id="nested too deep"),
        pytest.param(zlib.compress(b"\xff\xfe"), id="no text"),
    ],
)
def test_bytes_that_nobody_wrote(body: bytes):
    with pytest.raises(Foreign):
        unpacked(body, Tree)


def test_what_unpacks_to_more_than_may_be_is_refused(monkeypatch: pytest.MonkeyPatch):
    body = packed(Leaf("一" * 1000), Leaf)
    assert unpacked(body, Leaf).text == "一" * 1000
    monkeypatch.setattr(codec, "MOST", 1000)
    with pytest.raises(Foreign):
        unpacked(body, Leaf)


@given(NATIVES)
def test_a_value_of_a_cell_keeps_its_kind(value: object):
    again = unpacked(packed(value, object), object)
    assert type(again) is type(value)
    assert repr(again) == repr(value)


def test_a_type_without_a_form_is_the_programmers_mistake():
    with pytest.raises(TypeError, match="no coding"):
        codec.coding(bytes)
