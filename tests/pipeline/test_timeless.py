"""The same content gives the same archive on every day."""

import io
import zipfile

from pipeline.timeless import archive, timeless

FILES = {"word/document.xml": b"<w/>", "甲.txt": "内容".encode()}


def with_time(*time: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in FILES.items():
            packed.writestr(zipfile.ZipInfo(name, time), data)
    return out.getvalue()


def test_two_archives_that_differ_in_time_alone_become_the_same():
    one, other = with_time(2026, 3, 15, 9, 0, 0), with_time(2020, 1, 1, 0, 0, 0)
    assert one != other
    assert timeless(one) == timeless(other) == archive(FILES)


def test_names_and_contents_stay():
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == FILES
