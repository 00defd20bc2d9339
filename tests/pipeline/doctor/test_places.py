"""Where one may write, and which port is free."""

import os
import shutil
import socket
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.doctor import places
from pipeline.doctor.check import Fitness


class Disk(NamedTuple):
    total: int
    used: int
    free: int


def test_a_folder_that_is_still_to_be_made_will_do(tmp_path: Path):
    check = places.results(tmp_path / "结果" / "一月")
    assert check.state is Fitness.OK
    assert not (tmp_path / "结果").exists()


def test_a_file_where_the_folder_should_be(tmp_path: Path):
    (tmp_path / "结果").write_text("", encoding="utf-8")
    check = places.results(tmp_path / "结果")
    assert check.state is Fitness.FAILED
    assert "不是文件夹" in check.advice


@pytest.mark.parametrize(
    ("free", "state"),
    [
        pytest.param(2 << 30, Fitness.OK, id="just-enough-room"),
        pytest.param((2 << 30) - 1, Fitness.LIMITED, id="a-byte-too-little"),
    ],
)
def test_the_room_that_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: Fitness):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(free, 0, free))
    assert places.results(tmp_path).state is state
    assert places.temporary().state is state
    assert places.cache(tmp_path / "读过的").state is state


def test_a_temporary_folder_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "没有"))
    assert places.temporary().state is Fitness.FAILED


def test_without_a_cache_the_work_is_done_all_the_same(tmp_path: Path):
    (tmp_path / "占用").write_text("", encoding="utf-8")
    check = places.cache(tmp_path / "占用")
    assert check.state is Fitness.LIMITED
    assert "DOSSIER_CACHE" in check.advice


def test_a_port_that_another_program_has():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = other.getsockname()[1]
        taken = places.port(f"127.0.0.1:{number}")
        assert (taken.state, "占用" in taken.advice) == (Fitness.LIMITED, True)
    assert places.port(f"127.0.0.1:{number}").state is Fitness.OK


@pytest.mark.parametrize("address", ["8470", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:0", "127.0.0.1:65536"])
def test_what_is_no_address(address: str):
    assert places.port(address).state is Fitness.FAILED


@pytest.mark.skipif(os.name == "nt", reason="Windows has no IPv6 address of this form on every machine")
def test_an_address_of_the_new_kind():
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    assert places.port("[::1]:1").state in {Fitness.OK, Fitness.LIMITED}
