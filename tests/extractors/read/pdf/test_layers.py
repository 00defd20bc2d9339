"""Whether a file may have layers: said in the open, packed, or not at all."""

from __future__ import annotations

import zlib

import pytest

from extractors.read.pdf.layers import may_have_layers
from tests.builders.pdf_objects import written


def packed(content: bytes) -> bytes:
    return b"1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\n" + content + b"\nendstream"


@pytest.mark.parametrize(
    ("data", "may"),
    [
        pytest.param(written(""), False, id="plain"),
        pytest.param(written("", catalogue="/OCProperties<</OCGs[]>>"), True, id="in-the-open"),
        pytest.param(packed(zlib.compress(b"1 0 <</Type/Catalog/OCProperties 2 0 R>>")), True, id="packed"),
        pytest.param(packed(zlib.compress(b"1 0 <</Type/Catalog>>")), False, id="packed-without"),
        pytest.param(packed(b"locked away"), True, id="cannot-be-told"),
    ],
)
def test_layers_are_named_or_cannot_be_told(data, may):
    assert may_have_layers(data) is may
