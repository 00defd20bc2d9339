"""A screening.json that is just being written anew is waited for; one that is not there is not."""

from __future__ import annotations

import threading

import pytest

from pipeline.results.written import data_at


def test_one_that_comes_back_is_read(tmp_path):
    threading.Timer(0.2, lambda: (tmp_path / "screening.json").write_bytes(b"{}")).start()
    assert data_at(tmp_path) == b"{}"


def test_without_patience_it_is_missing_at_once(tmp_path):
    with pytest.raises(FileNotFoundError):
        data_at(tmp_path, patience=0)


def test_where_the_dossiers_folder_is_gone_nobody_waits(tmp_path):
    with pytest.raises(FileNotFoundError):
        data_at(tmp_path / "D01", patience=3600)
