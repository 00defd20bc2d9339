"""A file from the browser lies whole in its folder, and over nothing."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from console.uploads import stored


def test_the_file_lies_there_whole_and_every_piece_was_shown(tmp_path):
    content = bytes(range(256)) * 1024
    seen = hashlib.sha256()

    stored(SimpleUploadedFile("材料.zip", content), tmp_path / "收件" / "材料.zip", seen.update)

    assert (tmp_path / "收件" / "材料.zip").read_bytes() == content
    assert seen.digest() == hashlib.sha256(content).digest()


def test_what_lies_there_already_stays(tmp_path):
    (tmp_path / "材料.zip").write_bytes(b"first")

    with pytest.raises(FileExistsError):
        stored(SimpleUploadedFile("材料.zip", b"second"), tmp_path / "材料.zip")

    assert (tmp_path / "材料.zip").read_bytes() == b"first"
