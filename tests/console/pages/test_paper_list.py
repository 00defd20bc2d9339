"""Pages small, and named where they are seen."""

import pytest

from tests.builders.console import at_work, shown


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.results.read_back import screening_at

        row = batch.dossiers.order_by("order").last()
        files = screening_at(results / row.folder).screening.contents.files
        pdf = next((at, file.path) for at, file in enumerate(files, 1) if file.path.endswith(".pdf"))
        yield one.browser("zhang"), f"/b/{batch.pk}/d/{row.pk}", pdf


def test_a_small_page_is_small(place):
    client, where, (number, _) = place
    small = client.get(f"{where}/f/{number}/p/1-small.jpg")
    assert small.content.startswith(b"\xff\xd8\xff")
    assert len(small.content) < len(client.get(f"{where}/f/{number}/p/1.jpg").content) / 3
    assert client.get(f"{where}/f/{number}/p/1-small.jpg").content == small.content
    assert client.get(f"{where}/f/{number}/p/999-small.jpg").status_code == 404


def test_pages_are_named_and_the_page_says_so(place):
    import re

    client, where, (_, path) = place
    page = client.get(f"{where}/papers").content.decode()
    version = re.search(r'name="version" value="([^"]*)"', page)[1]
    given = {"version": version, "to": "papers", "file": path, "pages": "1", "kind": "none"}
    after = client.post(f"{where}/act/paper", given, follow=True)
    assert after.redirect_chain[-1][0] == f"{where}/papers"
    assert "指明为“不属于清单所列材料”" in shown(after)
