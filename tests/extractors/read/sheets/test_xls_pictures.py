"""The pictures of an old workbook come out of its store as the files they were."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from extractors.read import read
from extractors.read.sheets.xls_pictures import pictures
from schemas.trust import Doubt
from tests.builders.old_files import blip, drawn_object, entry, store, xls

PNG, WMF = 0xF01E, 0xF01B
CELLS = {(0, 0): "姓名", (0, 1): "年龄", (1, 0): "甲", (1, 1): 46}


@pytest.mark.parametrize(
    ("kind", "instance", "stored", "given"),
    [
        (PNG, 0x6E0, b"\x89PNG", b"\x89PNG"),
        (PNG, 0x6E1, b"\x89PNG", b"\x89PNG"),
        (0xF01A, 0x3D4, zlib.compress(b"EMF"), b"EMF"),
        (0xF01A, 0x3D4, b"EMF", b""),
        (WMF, 0x216, zlib.compress(b"WMF"), b""),
    ],
    ids=["png", "with-a-digest-of-the-original", "metafile", "a-damaged-one", "of-a-kind-that-nobody-opens"],
)
def test_a_picture_of_the_store(kind, instance, stored, given):
    assert list(pictures(store(entry(blip(kind, instance, stored))))) == [given]


def test_the_name_of_a_picture_is_no_part_of_it_and_their_order_is_kept():
    two = store(entry(blip(PNG, 0x6E0, b"one"), name=b"a\0"), entry(blip(PNG, 0x6E0, b"two")))
    assert list(pictures(two)) == [b"one", b"two"]


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything(group):
    assert all(isinstance(one, bytes) for one in pictures(group))
    whole = store(entry(blip(PNG, 0x6E0, b"one")))
    assert all(isinstance(one, bytes) for one in pictures(whole[: len(group)] + group))


def test_a_picture_that_may_hold_a_list_and_does_not_open_may_hold_what_is_missing():
    held = xls(CELLS, more=drawn_object(8, 1), group=store(entry(blip(PNG, 0x6E0, b"\x89PNG cut"))))
    document = read(held, "名单.xls")
    assert document.unread == ("图片 1 张",)
    assert "图中文字未读取" in document.note


def picture(wide, high):
    target = io.BytesIO()
    Image.new("RGB", (wide, high), "white").save(target, "PNG")
    return target.getvalue()


def test_a_picture_is_a_page_after_the_sheets_and_an_icon_is_none():
    group = store(*(entry(blip(PNG, 0x6E0, one)) for one in (picture(900, 400), picture(40, 40))))
    document = read(xls(CELLS, more=drawn_object(8, 1) + drawn_object(8, 2), group=group), "名单.xls")
    assert [page.kind for page in document.pages] == ["text", "scan"]
    assert document.unread == ()
    assert all(Doubt.FROM_PICTURE not in cell.doubts for cell in document.pages[0].blocks[0].cells)


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (drawn_object(8, 1), "图中文字未读取"),
        (drawn_object(5, 1), "图表 1 个"),
        (drawn_object(0x0B, 1), "复选框等控件 1 个"),
        (drawn_object(8, 1, struct.pack("<HH", 0x09, 0)), ""),
    ],
    ids=["a-picture-without-its-store", "a-chart", "a-box-to-tick", "the-icon-of-a-file-laid-in"],
)
def test_what_is_drawn_and_not_read_is_told(records, told):
    note = read(xls(CELLS, more=records), "名单.xls").note
    assert told in note if told else not note


def test_the_words_of_a_text_box_stand_behind_the_sheet():
    words = "填表说明"
    text = struct.pack("<HH5HH", 0x1B6, 18, 0, 0, 0, 0, 0, len(words)) + bytes(6)
    said = b"\1" + words.encode("utf-16-le")
    box = drawn_object(6, 1) + text + struct.pack("<HH", 0x3C, len(said)) + said
    assert read(xls(CELLS, more=box), "名单.xls").pages[0].blocks[-1].text == words
