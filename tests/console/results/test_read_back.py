"""screening.json read back says what was written into it."""

import json

import pytest

from console.results.read_back import screening_at
from pipeline import wording
from pipeline.results import as_json
from schemas.errors import UsageError
from tests.builders.console import screened


@pytest.fixture(scope="module")
def folders(tmp_path_factory, database):
    assert database
    results = screened(tmp_path_factory.mktemp("batch"))
    return sorted(child for child in results.iterdir() if child.is_dir())


def test_written_again_it_is_the_same_where_it_was_read(folders):
    for folder in folders:
        raw = json.loads((folder / "screening.json").read_text(encoding="utf-8"))
        again = as_json.screening_json(screening_at(folder).screening)
        for part in ("dossier", "rulebook", "as_of", "note", "files", "materials", "figures", "findings", "verdict"):
            assert again[part] == raw[part], part


def test_the_sentence_is_that_of_the_report(folders):
    for folder in folders:
        said = wording.sentence(screening_at(folder).screening)
        assert said in (folder / "report.html").read_text(encoding="utf-8")


def test_files_go_by_number(folders):
    read = screening_at(folders[0])
    paths = [file.path for file in read.screening.contents.files]
    assert [read.file_number(path) for path in paths] == list(range(1, len(paths) + 1))
    assert read.file_number("没有这个文件") is None


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"dossier": 3}'])
def test_what_is_no_screening_is_said(tmp_path, text):
    (tmp_path / "screening.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="无法读取"):
        screening_at(tmp_path)


def test_one_that_is_being_written_anew_is_waited_for(tmp_path, folders):
    import shutil
    import threading

    shutil.copytree(folders[0], tmp_path / "D01")
    path = tmp_path / "D01" / "screening.json"
    data = path.read_bytes()
    path.unlink()
    threading.Timer(0.2, lambda: path.write_bytes(data)).start()
    assert screening_at(tmp_path / "D01").raw


def test_one_that_is_not_there_is_not_waited_for_without_patience(tmp_path):
    (tmp_path / "D01").mkdir()
    with pytest.raises(UsageError, match="重新初审"):
        screening_at(tmp_path / "D01", patience=0)
    with pytest.raises(UsageError, match="重新初审"):
        screening_at(tmp_path / "none")
