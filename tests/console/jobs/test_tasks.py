"""A screening asked for in the browser gives the bytes of the command; the demo is a batch like any other."""

from datetime import date
from pathlib import Path

from tests.builders.commands import dossier as command
from tests.builders.console import office, screened


def test_the_results_are_those_of_the_command(tmp_path):
    results = screened(tmp_path / "batch")
    with office(tmp_path / "office") as one:
        from console.acts import new_batch
        from console.acts.new_batch import WantedBatch
        from console.events import Actor
        from console.jobs import tasks

        zhang = one.person("zhang", "decides", name="张三")
        batch = new_batch.begun(Actor("张三"), zhang, WantedBatch("春", date(2026, 3, 15), "auto", ()))
        current = batch.rounds.get()
        inbox = Path(current.inbox)
        for child in (results.parent / "inbox").iterdir():
            child.rename(inbox / child.name)
        told = tasks.screen(new_batch.screened(Actor("张三"), zhang, batch))
        assert "2 个卷宗" in told
        ours, theirs = Path(current.results), inbox.parent / "by-command"
        done = command("screen", inbox, "--out", theirs, "--as-of", "2026-03-15", "--jobs", "1")
        assert done.exit_code == 0, done.output
        names = sorted(path.relative_to(theirs) for path in theirs.rglob("*") if path.is_file())
        assert names == sorted(path.relative_to(ours) for path in ours.rglob("*") if path.is_file())
        for name in names:
            assert (ours / name).read_bytes() == (theirs / name).read_bytes(), name
        assert batch.dossiers.filter(left__gt=0).exists()


def test_a_batch_without_anything_received_says_so(tmp_path):
    with office(tmp_path / "office") as one:
        from console.jobs import tasks
        from console.models import Job

        assert "没有" in tasks.screen(Job(kind="screen", by=one.person("zhang", "decides")))
