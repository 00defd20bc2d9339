"""An address that is none is said before anything is made."""

import pytest

from console.console import run
from console.options import ConsoleOptions
from schemas.errors import UsageError


@pytest.mark.parametrize("address", ["8470", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", ":8470"])
def test_an_address_that_is_none(tmp_path, address):
    with pytest.raises(UsageError, match="--address"):
        run(ConsoleOptions(tmp_path / "data", address))
    assert not (tmp_path / "data").exists()


def test_without_django_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr("console.console.find_spec", lambda _: None)
    with pytest.raises(UsageError, match="dossier-intake"):
        run(ConsoleOptions(tmp_path / "data"))
