"""What the scanner does not find clean is not taken; a scanner that does not run lets nothing through."""

import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from schemas.errors import UsageError
from tests.builders.console import office

SAYS = "import sys, pathlib; there = list(pathlib.Path(sys.argv[1]).rglob('*')); print(len(there)); sys.exit({})"


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        (tmp_path / "aside").mkdir()
        (tmp_path / "aside" / "合同.pdf").write_bytes(b"x")
        yield one, tmp_path


def with_scanner(place, code, clean=0):
    from console import house

    script = place[1] / "scan.py"
    script.write_text(SAYS.format(code), encoding="utf-8")
    rules = house.HouseRules(scanner=f"'{sys.executable}' '{script}' {{}}", scanner_clean=clean)
    house.write(place[0].folder, rules)


@pytest.mark.parametrize(("code", "clean", "passes"), [(0, 0, True), (1, 0, False), (1, 1, True), (0, 1, False)])
def test_what_it_returns_decides(place, code, clean, passes):
    from console.acts.incoming import scanner

    with_scanner(place, code, clean)
    outcome = scanner.scanned(place[1] / "aside")
    assert outcome.clean is passes
    assert passes or f"返回值 {code}" in outcome.why


def test_without_a_scanner_everything_is_clean(place):
    from console.acts.incoming import scanner

    assert scanner.scanned(place[1] / "aside").clean
    assert not scanner.is_set()


@pytest.mark.parametrize("command", ["/no/such/scanner {}", "'unclosed {}"])
def test_a_scanner_that_does_not_run_lets_nothing_through(place, command):
    from console import house
    from console.acts.incoming import scanner

    house.write(place[0].folder, house.HouseRules(scanner=command))
    assert "没有运行" in scanner.scanned(place[1] / "aside").why


def test_what_is_infected_is_thrown_away_and_the_log_says_so(place):
    from console.acts.incoming import scanner
    from console.events import Actor
    from console.models import LoggedEvent

    with_scanner(place, 1)
    with pytest.raises(UsageError, match="没有收下"):
        scanner.checked(Actor("张三"), None, place[1] / "aside")
    assert not (place[1] / "aside").exists()
    assert LoggedEvent.objects.filter(event="病毒扫描未通过").count() == 1


def test_files_of_a_form_are_looked_at_and_are_whole_afterwards(place):
    from console.acts.incoming import scanner
    from console.events import Actor

    with_scanner(place, 0)
    file = SimpleUploadedFile("证书.pdf", b"whole")
    scanner.checked_uploads(Actor("张三"), None, [file])
    assert file.read() == b"whole"
    with_scanner(place, 1)
    with pytest.raises(UsageError):
        scanner.checked_uploads(Actor("张三"), None, [file])
    incoming = place[0].folder / "incoming"
    assert not incoming.is_dir() or list(incoming.iterdir()) == []


def test_nothing_that_was_dropped_comes_into_the_inbox_unscanned(place):
    from datetime import date
    from pathlib import Path

    from console.acts import new_batch, receive
    from console.events import Actor

    one = place[0]
    person = one.person("zhang", "decides")
    batch = new_batch.begun(Actor("张三"), person, new_batch.WantedBatch("一批", date(2026, 3, 1), "auto", ()))
    token = receive.begun()
    receive.taken_in(token, [SimpleUploadedFile("合同.pdf", b"x")], ["D01/合同.pdf"])
    with_scanner(place, 1)
    with pytest.raises(UsageError, match="病毒"):
        receive.finished(Actor("张三"), person, batch, token)
    assert list(Path(batch.rounds.get().inbox).iterdir()) == []
