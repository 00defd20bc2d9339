"""A page is a picture; an original is taken away and never opened in our pages; files go by their number."""

import pytest

from tests.builders.console import at_work


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.results.read_back import screening_at

        row = batch.dossiers.order_by("order").last()
        files = screening_at(results / row.folder).screening.contents.files
        pdf = next(at for at, file in enumerate(files, 1) if file.path.endswith(".pdf"))
        yield one.browser("zhang"), f"/b/{batch.pk}/d/{row.pk}/f", pdf, results.parent / "inbox" / row.key


def test_a_page_is_a_jpeg(place):
    client, where, pdf, _ = place
    answer = client.get(f"{where}/{pdf}/p/1.jpg")
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.content.startswith(b"\xff\xd8\xff")


def test_an_original_is_a_download(place):
    client, where, pdf, _ = place
    answer = client.get(f"{where}/{pdf}")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == "sandbox"
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("path", ["0", "999", "1/p/999.jpg", "999/p/1.jpg"])
def test_what_is_not_there(place, path):
    client, where, _, _ = place
    assert client.get(f"{where}/{path}").status_code == 404


def test_a_file_that_is_gone_from_the_inbox_is_not_there(place):
    client, where, pdf, inbox = place
    inbox.rename(inbox.with_name("away"))
    assert client.get(f"{where}/{pdf}").status_code == 404
    assert client.get(f"{where}/{pdf}/p/1.jpg").status_code == 404
