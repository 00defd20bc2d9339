"""What was shown once is taken from the shelf; whatever else lies there is as good as nothing."""

import pytest

from tests.builders.console import at_work


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.results.read_back import screening_at

        row = batch.dossiers.order_by("order").last()
        read = screening_at(results / row.folder)
        file = next(each for each in read.screening.contents.files if each.path.endswith(".pdf"))
        yield one, results, row.key, file


def test_the_second_time_nothing_is_opened(place, monkeypatch):
    from console.papers import shelf

    _, results, key, file = place
    first = shelf.shown(results, key, file), shelf.picture(results, key, file, 1)
    monkeypatch.setattr(shelf.DRAWING, "ask", lambda *_, **__: pytest.fail("opened again"))
    assert (shelf.shown(results, key, file), shelf.picture(results, key, file, 1)) == first


def test_what_lies_there_broken_is_made_anew(place):
    from console.papers import shelf

    one, results, key, file = place
    good = shelf.shown(results, key, file)
    kept = next(one.folder.rglob("shown-*"))
    kept.write_bytes(b"something else")
    assert shelf.shown(results, key, file) == good


def test_pictures_are_their_owners(place):
    from console.papers import shelf

    one, results, key, file = place
    shelf.picture(results, key, file, 1)
    assert next(one.folder.rglob("*.jpg")).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("number", [0, -1, 999])
def test_a_number_that_is_no_file(place, number):
    from console.papers import shelf
    from console.results.read_back import screening_at

    _, results, _, _ = place
    folder = next(child for child in results.iterdir() if child.is_dir())
    assert shelf.file_of(screening_at(folder), number) is None
