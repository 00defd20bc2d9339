"""The bytes of a file that a screening names, from the inbox it was made from."""

import hashlib

import pytest

from console.papers.received import received
from console.results.read_back import screening_at
from schemas.errors import UsageError
from tests.builders.console import screened


def test_every_file_of_the_screening_is_found(tmp_path):
    results = screened(tmp_path)
    for folder in (child for child in results.iterdir() if child.is_dir()):
        screening = screening_at(folder).screening
        for file in screening.contents.files:
            assert hashlib.sha256(received(results, screening.id, file.path).data).hexdigest() == file.sha256


@pytest.mark.parametrize(("dossier", "path"), [("没有", "x"), ("", ""), ("../..", "/etc/passwd")])
def test_what_is_not_there_is_said(tmp_path, dossier, path):
    with pytest.raises(UsageError):
        received(screened(tmp_path), dossier, path)
