"""Mutations stay within their size, come again from the same seed, and reach what is packed."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.child import wrong
from fuzz.mutate import mutated
from tests.builders.office_files import docx, p
from tests.builders.pdf_pages import made, written


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=2_000), st.integers(0, 2**32))
def test_any_bytes_may_be_mutated_and_the_same_seed_gives_the_same(data: bytes, seed: int) -> None:
    once, again = (mutated(random.Random(seed), data) for _ in range(2))
    assert once == again
    assert len(once) <= 4_000_000


def test_a_container_stays_one_and_its_parts_change() -> None:
    sound = docx(p("从业人数：12人"))
    opened = 0
    changed = set()
    for seed in range(80):
        broken = mutated(random.Random(seed), sound)
        if zipfile.is_zipfile(io.BytesIO(broken)):
            opened += 1
            changed.add(broken)
    assert opened > 40
    assert len(changed) > 30


def test_a_stream_of_a_pdf_is_changed_behind_its_packing() -> None:
    sound = made(written((72, 700, "Staff 12")))
    assert len({mutated(random.Random(seed), sound) for seed in range(40)}) > 20


@pytest.mark.parametrize("seed", range(3))
def test_what_is_broken_by_accident_is_taken_as_the_product_promises(tmp_path, seed: int) -> None:
    path = tmp_path / "申报表.docx"
    path.write_bytes(mutated(random.Random(seed), docx(p("从业人数：12人"))))
    assert wrong(path) == ""


def test_what_goes_wrong_is_told(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("fuzz.child.screened", broken)
    assert "ZeroDivisionError" in wrong(tmp_path / "申报表.docx")
