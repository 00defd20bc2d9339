"""What is dropped into the browser lies in the inbox as it was, and nowhere else, whatever its names say."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from schemas.errors import UsageError
from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        from console.acts import new_batch
        from console.acts.new_batch import WantedBatch
        from console.events import Actor

        wanted = WantedBatch("收件批次", date(2026, 3, 15), "auto", ())
        batch = new_batch.begun(Actor("张三"), one.people["zhang"], wanted)
        yield one, batch, Path(batch.rounds.get().inbox)


def send(token, **files):
    from console.acts import receive

    paths = list(files.values())
    sent = [SimpleUploadedFile("x", path.encode()) for path in paths]
    return receive.taken_in(token, sent, paths)


def finish(place, token):
    from console.acts import receive
    from console.events import Actor

    one, batch, _ = place
    return receive.finished(Actor("张三"), one.people["zhang"], batch, token)


def test_folders_come_in_as_dossiers_with_a_receipt_for_each_file(place):
    from console.acts import receive
    from console.models import Receipt

    token = receive.begun()
    assert send(token, a="D01/申报表.docx", b="D01/附件/执照.pdf", c="D02.zip") == 3
    told = receive.waiting(place[1], token)
    assert [(one.name, one.files) for one in told] == [("D01", 2), ("D02.zip", 1)]
    assert not any(place[2].iterdir()), "nothing is in the inbox before it is whole"
    assert finish(place, token) == 2
    assert (place[2] / "D01/附件/执照.pdf").read_bytes() == "D01/附件/执照.pdf".encode()
    kept = Receipt.objects.get(file="附件/执照.pdf")
    assert (kept.dossier, kept.by.login) == ("D01", "zhang")
    assert kept.sha256 == hashlib.sha256("D01/附件/执照.pdf".encode()).hexdigest()
    assert Receipt.objects.get(file="D02.zip").dossier == "D02"


@pytest.mark.parametrize("path", ["../外面.txt", "D01/../../外面.txt", "D01/..", "a/" * 500 + "b", "", "..\\外面.txt"])
def test_a_path_that_leads_elsewhere_is_refused(place, path):
    from console.acts import receive

    with pytest.raises(UsageError):
        send(receive.begun(), a=path)
    assert not list(place[0].folder.rglob("外面.txt"))


ODD = ("/etc/x.txt", "C:/x.txt", "D01/con.txt", "D01/a<b>|?.txt", "D01/" + "长" * 300 + ".txt")


@pytest.mark.parametrize("path", ODD)
def test_odd_names_are_made_names_that_every_system_takes(place, path):
    from console.acts import receive

    token = receive.begun()
    assert send(token, a=path) == 1
    written = [one for one in (place[0].folder / "incoming" / token).rglob("*") if one.is_file()]
    assert len(written) == 1
    assert (place[0].folder / "incoming" / token) in written[0].parents


@pytest.mark.usefixtures("place")
def test_what_the_system_leaves_in_folders_is_no_file():
    from console.acts import receive

    assert send(receive.begun(), a="D01/.DS_Store", b="D01/~$申报表.docx", c="D01/Thumbs.db", d="D01/a.pdf") == 1


def test_the_same_file_sent_again_after_a_lost_connection_is_there_once(place):
    from console.acts import receive

    token = receive.begun()
    send(token, a="D01/a.pdf")
    send(token, a="D01/a.pdf")
    assert receive.waiting(place[1], token)[0].files == 1


def test_a_dossier_that_is_there_already_is_not_overwritten(place):
    from console.acts import receive

    for number in range(2):
        token = receive.begun()
        send(token, a=f"D01/{number}.pdf")
        if number:
            assert receive.waiting(place[1], token)[0].there
            with pytest.raises(UsageError, match="D01"):
                finish(place, token)
        else:
            finish(place, token)
    assert [path.name for path in (place[2] / "D01").iterdir()] == ["0.pdf"]


@pytest.mark.parametrize("token", ["", "../../x", "z" * 24, "a" * 23])
@pytest.mark.usefixtures("place")
def test_a_token_is_one_of_ours(token):
    with pytest.raises(UsageError):
        send(token, a="D01/a.pdf")


def test_fewer_paths_than_files_is_no_upload(place):
    from console.acts import receive

    with pytest.raises(UsageError):
        receive.taken_in(receive.begun(), [SimpleUploadedFile("x", b"x")], [])
    assert place


def test_what_was_dropped_again_is_gone(place):
    from console.acts import receive

    token = receive.begun()
    send(token, a="D01/a.pdf")
    receive.dropped(token)
    with pytest.raises(UsageError):
        finish(place, token)
