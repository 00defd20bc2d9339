"""Who works at which dossier, how far is it, by when, and what was noted about it?"""

from __future__ import annotations

from pathlib import Path

from django.db import models

from console.models.batches import OfficeBatch, ReceivedRound
from console.models.people import Person


class WorkState(models.TextChoices):
    """How far the office is with a dossier. Never 通过: recognising is not the office's to say here."""

    NEW = "new", "待初审"
    SCREENING = "screening", "初审中"
    TO_REVIEW = "to_review", "待核"
    TO_CHECK = "to_check", "待复核"
    RETURNED = "returned", "已退回"
    TO_SEND = "to_send", "待发文"
    SUPPLEMENTING = "supplementing", "补正中"
    SUPPLEMENTED = "supplemented", "已补正待核"
    CLOSED_PROPOSED = "closed_proposed", "办结·拟推荐"
    CLOSED_NOT_PROPOSED = "closed_not_proposed", "办结·不推荐"
    CLOSED_WITHDRAWN = "closed_withdrawn", "办结·撤回"
    CLOSED_RETURNED = "closed_returned", "办结·退回"


class DossierWork(models.Model):
    """One dossier of a batch: who has it, how far it is, and a mirror of what its screening.json says.

    The mirror (``applicant`` to ``unreadable``) is made anew from the files at any time; the rest is the office's.
    ``version`` counts the changes of the office's part.
    """

    batch = models.ForeignKey(OfficeBatch, models.CASCADE, related_name="dossiers")
    key = models.CharField(max_length=255)
    """The dossier's id in batch.json."""
    round = models.ForeignKey(ReceivedRound, models.SET_NULL, null=True, related_name="dossiers")
    """The last round that it handed anything in for: its results hold now."""
    folder = models.CharField(max_length=255)
    """Its folder below the results."""
    order = models.PositiveIntegerField(default=0)
    applicant = models.CharField(max_length=255, blank=True)
    rulebook = models.CharField(max_length=200, blank=True)
    verdict = models.CharField(max_length=20, blank=True)
    reckoned = models.DateField(null=True)
    materials = models.PositiveIntegerField(default=0)
    conditions = models.PositiveIntegerField(default=0)
    crosschecks = models.PositiveIntegerField(default=0)
    blanks = models.PositiveIntegerField(default=0)
    reviews = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    """Points that nobody has settled yet, of ``total``."""
    unreadable = models.PositiveIntegerField(default=0)
    """Files that could not be read."""
    screening = models.CharField(max_length=64, blank=True)
    """SHA-256 of the screening.json that this mirrors."""

    state = models.CharField(max_length=24, choices=WorkState.choices, default=WorkState.TO_REVIEW)
    assignee = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="assigned")
    reviewer = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    due = models.DateField(null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("batch", "key"), name="one_dossier_of_a_key"),)
        ordering = ("order",)

    @property
    def results(self) -> Path | None:
        """Where the results lie that hold for it now; None where it was never screened."""
        held = self.round or self.batch.rounds.exclude(seen="").order_by("number").first()
        return Path(held.results) if held else None

    def __str__(self) -> str:
        return f"{self.key} {self.applicant}".strip()


class Note(models.Model):
    """What somebody wrote down about a dossier, or about one finding of it. Never deleted."""

    dossier = models.ForeignKey(DossierWork, models.CASCADE, related_name="notes")
    rule = models.CharField(max_length=200, blank=True)
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)


class Hold(models.Model):
    """Somebody has this dossier open: comfort for the others, never what keeps writes apart."""

    dossier = models.OneToOneField(DossierWork, models.CASCADE)
    person = models.ForeignKey(Person, models.CASCADE)
    until = models.DateTimeField()
