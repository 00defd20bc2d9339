"""A batch in its second round: one dossier was told that its lease is missing, and has handed it in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.builders.console import Office, at_work, kept

LEASE = "房屋租赁合同.docx"


@dataclass(frozen=True, slots=True)
class SecondRound:
    """The office, the batch, the results of its first round, the dossier, and the letter that went out."""

    office: Office
    batch: Any
    first: Path
    dossier: Any
    letter: Any

    @property
    def second(self) -> Any:
        """The second round."""
        return self.batch.rounds.get(number=2)


@contextmanager
def two_rounds(folder: Path) -> Iterator[SecondRound]:
    """All of it, both rounds screened."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from console.acts import letters, supplement
    from console.events import Actor
    from console.jobs import tasks
    from console.models import Job

    with at_work(folder) as (one, batch, results):
        kept(results)
        by, zhang = Actor("张三"), one.people["zhang"]
        dossier = batch.dossiers.order_by("order").last()
        letter = letters.drafted(by, zhang, dossier, "supplement")
        served = {"state": "served", "served_on": date(2026, 2, 12), "due_on": date(2026, 2, 26)}
        dossier.letters.update(number="样补〔2026〕1号", **served)
        letter.refresh_from_db()
        lease = next((results.parent / "inbox" / "01-哈尔滨-齐全").glob("*租赁合同*"))
        supplement.taken_in(by, zhang, dossier, [SimpleUploadedFile(LEASE, lease.read_bytes())])
        tasks.screen(Job.objects.get(kind="screen"))
        Job.objects.update(state="done")
        dossier.refresh_from_db()
        yield SecondRound(one, batch, results, dossier, letter)
