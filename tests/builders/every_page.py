"""An office that has something on every page, and the address of each page in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.builders.commands import dossier as command
from tests.builders.console import Office, kept, office, own_rulebook, screened
from tests.builders.ledger import code, small

SAMPLE = "一次抽查"
BOOK = "yichang"
ON = "2026-06-15"
"""The day of which the ledger is looked at."""


@dataclass(frozen=True, slots=True)
class Furnished:
    """The office, its batch, and the dossier that letters, samples and rounds are of."""

    office: Office
    batch: Any
    dossier: Any

    def address(self, name: str) -> str:
        """Where the page of this name is, as one of its addresses."""
        from django.urls import get_resolver, reverse

        pattern = next(one for one in get_resolver("console.urls").url_patterns if one.name == name)
        known = {"batch": self.batch.pk, "dossier": self.dossier.pk, "number": self._pdf(), "page": 1, "job": 1}
        known |= {"sample": SAMPLE, "letter": self.dossier.letters.get().pk, "act": "accept", "book": BOOK}
        known |= {"person": self.batch.members.first().pk, "which": self.batch.pk, "arrival": 1, "kind": "supplement"}
        names = {"summary-file": "初审汇总表.xlsx", "dossier-paper": "opinion.docx"}
        known["name"] = names.get(name, "callsheet.xlsx")
        return reverse(name, kwargs={key: known[key] for key in pattern.pattern.converters})

    def _pdf(self) -> int:
        from console.results.read_back import screening_at

        files = screening_at(self.batch.results / self.dossier.folder).screening.contents.files
        return next(at for at, file in enumerate(files, 1) if file.path.endswith(".pdf"))


@contextmanager
def furnished(folder: Path, *people: tuple[str, tuple[str, ...], str]) -> Iterator[Furnished]:
    """These people (login, roles, name), the first of whom drafted the letter; members of the batch who may decide."""
    with office(folder / "office") as one:
        for login, roles, name in people:
            one.person(login, *roles, name=name)
        first = people[0][0]
        batch = one.batch(screened(folder / "batch"), *(login for login, *_ in people))
        dossier = batch.dossiers.order_by("order").last()
        kept(batch.results)
        _drawn(batch, dossier)
        _drafted(one.people[first], dossier)
        small(one.folder / "台账")
        _of_office(one.folder)
        yield Furnished(one, batch, dossier)


def queries(name: str) -> dict[str, str]:
    """What the page of this name is asked for, where it needs it."""
    ledger = {"on": ON}
    asked = {
        "standing-platform": ledger | {"of": code(1)},
        "standing-due": ledger,
        "standing-papers": ledger,
        "standing": ledger,
        "standing-publicity": ledger,
        "standing-new": ledger,
        "find": {"q": "机械"},
    }
    return asked.get(name, {})


def _drawn(batch: Any, dossier: Any) -> None:
    """A sample of the enterprises that the dossier lists, as the command draws it."""
    out = batch.results.parent / "samples" / SAMPLE
    done = command("sample", "draw", batch.results, "--dossier", dossier.key, "--size", "4", "--out", out)
    assert done.exit_code == 0, done.output


def _drafted(person: Any, dossier: Any) -> None:
    from console.acts import letters
    from console.events import Actor

    letters.drafted(Actor(person.name), person, dossier, "supplement")


def _of_office(folder: Path) -> None:
    """A rulebook of the office's own, and a certificate that was made for it."""
    from console.acts.admin import certificate

    own_rulebook(folder)
    certificate.made(folder, ["127.0.0.1"])
