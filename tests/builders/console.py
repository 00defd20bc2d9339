"""A console for tests: its folder, its people, a browser's place in it, and dossiers screened once a run."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

PASSWORD = "ein langes Wort"  # noqa: S105  made up
HOST = "127.0.0.1"


@cache
def prepared() -> Path:
    """Django set up once a process; an empty database of this version."""
    folder = Path(tempfile.mkdtemp(prefix="console-test-"))
    os.environ |= {
        "DOSSIER_CONSOLE_DATA": str(folder),
        "DOSSIER_CONSOLE_WARM": "0",
        "DJANGO_SETTINGS_MODULE": "console.settings",
    }
    os.environ.pop("DOSSIER_DATABASE", None)
    import django
    from django.core.management import call_command

    django.setup()
    from django.conf import settings
    from django.db import connection, connections

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()
    return folder


SQLITE, POSTGRESQL = "sqlite", "postgresql"
_kind = [SQLITE]


def use_database(kind: str) -> None:
    """Which kind of database the consoles of the coming tests have."""
    _kind[0] = kind


@contextmanager
def _connected(address: str, file: Path) -> Iterator[None]:
    """Django's database is this one for as long as the block lasts, in every thread."""
    from django.db import DEFAULT_DB_ALIAS, connections

    from console.database import configured

    before = connections.settings[DEFAULT_DB_ALIAS]
    made = connections.configure_settings({DEFAULT_DB_ALIAS: configured(address, file)})
    _put(made[DEFAULT_DB_ALIAS])
    try:
        yield
    finally:
        _put(before)


def _put(settings: dict[str, Any]) -> None:
    from django.db import DEFAULT_DB_ALIAS, connections

    connections.close_all()
    connections.settings[DEFAULT_DB_ALIAS] = settings
    with suppress(AttributeError):
        del connections[DEFAULT_DB_ALIAS]


@cache
def _template() -> str:
    """An empty database of this version in the tests' PostgreSQL."""
    from django.core.management import call_command

    from tests.builders import postgresql

    name = f"empty_{os.getpid()}"
    postgresql.statement(f'CREATE DATABASE "{name}"')
    with _connected(postgresql.address(name), Path()):
        call_command("migrate", verbosity=0)
    return name


@contextmanager
def _database(data: Any, empty: Path) -> Iterator[str]:
    """A database of its own for one console; what DOSSIER_DATABASE says of it."""
    if _kind[0] == SQLITE:
        shutil.copyfile(empty / "console.sqlite3", data.database)
        with _connected("", data.database):
            yield ""
        return
    from tests.builders import postgresql

    name = postgresql.fresh(_template())
    try:
        with _connected(postgresql.address(name), Path()):
            yield postgresql.address(name)
    finally:
        postgresql.dropped(name)


@dataclass(slots=True)
class Office:
    """One console folder with its database."""

    folder: Path
    database: str = ""
    """What DOSSIER_DATABASE says of it; empty for the file in its folder."""
    people: dict[str, Any] = field(default_factory=dict)

    def person(self, login: str, *roles: str, name: str = "") -> Any:
        """Somebody with these roles; the hash is a quick one, which a console that is served does not take."""
        from console.models import Person
        from console.models.people import Role

        self.people[login] = Person.objects.create_user(login, name or login, PASSWORD, *map(Role, roles))
        return self.people[login]

    def hashed_as_served(self) -> None:
        """The passwords once more, as a console that is served hashes them."""
        from django.contrib.auth.hashers import Argon2PasswordHasher

        hasher = Argon2PasswordHasher()
        for person in self.people.values():
            person.password = hasher.encode(PASSWORD, hasher.salt())
            person.save()

    def batch(self, results: Path, *members: str, name: str = "春季批次") -> Any:
        """The results taken in as a batch of these people."""
        from console.acts import register
        from console.events import Actor

        return register.existing(Actor("管理员"), results, name, [str(self.people[one].pk) for one in members])

    def browser(self, login: str = "") -> Any:
        """Django's client, logged in as this person."""
        from django.test import Client

        client = Client(HTTP_HOST=HOST, raise_request_exception=True)
        if login:
            client.force_login(self.people[login])
        return client


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    """An empty console in this folder, for as long as the block lasts."""
    empty = prepared()
    from django.conf import settings

    from console.place import DataFolder

    folder.mkdir(parents=True, exist_ok=True)
    data = DataFolder(folder)
    before = settings.DATA
    settings.DATA = data
    try:
        with _database(data, empty) as address:
            yield Office(folder, address)
    finally:
        settings.DATA = before


@cache
def _screened() -> Path:
    """Two dossiers of the demo, screened: one with faults of several kinds, and one beside it."""
    from pipeline import demo
    from tests.builders.commands import dossier

    folder = Path(tempfile.mkdtemp(prefix="console-results-"))
    demo.write(folder / "all")
    inbox = folder / "inbox"
    inbox.mkdir()
    for name in sorted(child.name for child in (folder / "all").iterdir())[:2]:
        (folder / "all" / name).rename(inbox / name)
    shutil.rmtree(folder / "all")
    os.environ["DOSSIER_CACHE"] = str(folder / "cache")
    done = dossier("screen", inbox, "--out", folder / "results", "--as-of", "2026-03-15", "--jobs", "1")
    assert done.exit_code == 0, done.output
    return folder


def screened(to: Path) -> Path:
    """A copy of these results of its own, with its inbox beside it."""
    made = _screened()
    shutil.copytree(made, to, dirs_exist_ok=True, ignore=shutil.ignore_patterns("cache"))
    # What was read of the papers is there for every test; the fixture of all tests takes the variable back.
    os.environ["DOSSIER_CACHE"] = str(made / "cache")
    return to / "results"


def kept(results: Path) -> None:
    """What is kept of these results is known by where they lie: screened once more, the same comes out here too."""
    from tests.builders.commands import dossier

    inbox = results.parent / "inbox"
    done = dossier("screen", inbox, "--out", results, "--as-of", "2026-03-15", "--jobs", "1")
    assert done.exit_code == 0, done.output


def shown(response: Any) -> str:
    """What the page says, without its tags."""
    import re

    text = response.content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))


def form_of(response: Any, action: str) -> Mapping[str, str]:
    """The hidden fields of the form whose address ends so."""
    import re

    text = response.content.decode()
    found = next(one for one in re.findall(r"<form[^>]*>.*?</form>", text, re.DOTALL) if f'{action}"' in one)
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found))


@contextmanager
def at_work(folder: Path) -> Iterator[tuple[Office, Any, Path]]:
    """张三 (经办), 李四 (经办、复核), 王五 (管理员), 赵六 (只读), a batch of the two dossiers, and its results."""
    with office(folder / "office") as one:
        one.person("zhang", "decides", name="张三")
        one.person("li", "decides", "checks", name="李四")
        one.person("wang", "administers", name="王五")
        one.person("zhao", "reads", name="赵六")
        results = screened(folder / "batch")
        yield one, one.batch(results, "zhang", "li", "zhao"), results


@contextmanager
def with_rows(folder: Path, count: int = 4) -> Iterator[tuple[Office, Any, list[Any]]]:
    """The same people with a batch whose dossiers are rows alone, without any file: quicker."""
    with office(folder / "office") as one:
        from console.models import DossierWork, OfficeBatch

        one.person("zhang", "decides", name="张三")
        one.person("li", "decides", "checks", name="李四")
        one.person("wang", "administers", name="王五")
        batch = OfficeBatch.objects.create(name="春季批次")
        batch.members.set([one.people["zhang"], one.people["li"]])
        rows = [
            DossierWork.objects.create(
                batch=batch, key=f"D{at}", folder=f"D{at}", order=at, applicant=f"第{at}家示例公司", left=at, total=9
            )
            for at in range(1, count + 1)
        ]
        yield one, batch, rows


def own_rulebook(folder: Path, name: str = "yichang") -> Path:
    """A rulebook of the office's own in this console's folder, drafted from the made-up regulation."""
    from console.warm.drafting import DraftFiles, begun
    from tests.builders.regulations import MADE_UP

    home = folder / "rulebooks" / name
    text = home / "source" / "text" / "办法.txt"
    text.parent.mkdir(parents=True)
    text.write_text(MADE_UP, encoding="utf-8")
    begun(DraftFiles(text, (), home, name))
    return home
