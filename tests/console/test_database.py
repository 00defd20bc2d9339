"""SQLite in the folder unless an address names a PostgreSQL; an address that is none is said, without its password."""

from pathlib import Path

import pytest

from console.database import configured
from schemas.errors import UsageError

FILE = Path("console.sqlite3")


def test_without_an_address_it_is_the_file():
    made = configured("", FILE)
    assert made["ENGINE"].endswith("sqlite3")
    assert made["NAME"] == FILE
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_an_address_with_all_its_parts():
    made = configured("postgresql://b%C3%BCro:g%40t@db.example:5433/work?sslmode=verify-full", FILE)
    told = {key: made[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    assert told == {
        "NAME": "work",
        "USER": "büro",
        "PASSWORD": "g@t",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "verify-full"},
    }


def test_a_socket():
    assert configured("postgres:///work?host=/run/postgresql", FILE)["HOST"] == "/run/postgresql"


@pytest.mark.parametrize("address", ["mysql://a/b", "postgresql://secret@host/", "x"])
def test_an_address_that_is_none(address):
    with pytest.raises(UsageError, match="DOSSIER_DATABASE") as refused:
        configured(address, FILE)
    assert "secret" not in str(refused.value)


def test_without_the_driver_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr("console.database.find_spec", lambda _: None)
    with pytest.raises(UsageError, match="pip install"):
        configured("postgresql://a/b", FILE)
