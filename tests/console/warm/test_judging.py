"""What was decided is judged at once; while somebody else writes the results, it is left to him."""

import os
import subprocess
import sys
from pathlib import Path

from console.warm import judging
from pipeline.results.one_writer import RESULTS, one_writer
from tests.builders.commands import dossier as command
from tests.builders.console import screened


def decided(tmp_path):
    results = screened(tmp_path)
    words = ("02-哈尔滨-缺件", "material.11.3b", "accept", "--name", "王五", "--reason", "可", "--later")
    assert command("decide", results, *words).exit_code == 0
    return results, Path(os.environ["DOSSIER_CACHE"])


def test_the_decision_is_in_the_files(tmp_path):
    results, cache = decided(tmp_path)
    assert judging.judged_again(results, "02-哈尔滨-缺件", cache) == ""
    assert "王五" in (results / "02-哈尔滨-缺件" / "screening.json").read_text(encoding="utf-8")


def test_papers_that_are_not_kept_are_left_to_the_worker(tmp_path):
    results, _ = decided(tmp_path)
    before = (results / "02-哈尔滨-缺件" / "screening.json").read_bytes()
    assert judging.judged_again(results, "02-哈尔滨-缺件", tmp_path / "empty") == judging.UNREAD
    assert (results / "02-哈尔滨-缺件" / "screening.json").read_bytes() == before


def test_while_a_screening_writes_it_is_left_to_that(tmp_path, monkeypatch):
    results, cache = decided(tmp_path)
    monkeypatch.setattr("pipeline.batch._WAIT", 0.1)
    with one_writer(results, RESULTS, 1):
        assert "正在初审" in judging.judged_again(results, "02-哈尔滨-缺件", cache)


def test_it_is_loaded_without_django():
    told = "import sys, console.warm.judging, console.papers.render; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
