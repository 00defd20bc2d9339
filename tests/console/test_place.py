"""The folder: everything below it, its secret made once and nobody else's to read."""

from console.place import DataFolder


def test_everything_lies_below_the_folder(tmp_path):
    data = DataFolder(tmp_path)
    for path in (data.database, data.office, data.batches, data.incoming, data.pages):
        assert tmp_path in path.parents


def test_the_secret_is_made_once_and_is_its_owners(tmp_path):
    data = DataFolder(tmp_path / "new")
    first = data.key()
    assert data.key() == first
    assert len(first) > 40
    assert (tmp_path / "new" / "secret.key").stat().st_mode & 0o077 == 0
