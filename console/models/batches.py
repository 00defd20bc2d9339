"""Which batches does the office work at, who belongs to each, and where do the results of its rounds lie?"""

from __future__ import annotations

from pathlib import Path

from django.db import models

from console.models.people import Person


class OfficeBatch(models.Model):
    """One batch of applications (批次); its rounds say where its files lie."""

    name = models.CharField(max_length=120)
    rulebook = models.CharField(max_length=200, blank=True)
    procedure = models.CharField(max_length=40, blank=True)
    as_of = models.DateField(null=True)
    members = models.ManyToManyField(Person, related_name="batches")
    made = models.DateTimeField(auto_now_add=True)
    archived = models.DateTimeField(null=True)
    removed = models.DateTimeField(null=True)
    """When its files were laid aside to be deleted; for thirty days they can be taken back."""
    wiped = models.DateTimeField(null=True)
    """When they were deleted for good."""

    @property
    def current(self) -> ReceivedRound | None:
        """The last round that has results."""
        return self.rounds.exclude(seen="").order_by("-number").first()

    @property
    def results(self) -> Path | None:
        """Where its results lie that hold now."""
        current = self.current
        return Path(current.results) if current else None

    def __str__(self) -> str:
        return self.name


class ReceivedRound(models.Model):
    """What came in at one time: the inbox as received, and the folder of its results.

    ``seen`` is what the mirror was made from (``results.mirror``): another fingerprint means that something changed.
    ``decisions`` is the fingerprint of decisions.yaml as the console last left or saw it.
    """

    batch = models.ForeignKey(OfficeBatch, models.CASCADE, related_name="rounds")
    number = models.PositiveIntegerField(default=1)
    inbox = models.CharField(max_length=1000, blank=True)
    results = models.CharField(max_length=1000)
    received = models.DateField(null=True)
    seen = models.CharField(max_length=64, blank=True)
    decisions = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("batch", "number"), name="one_round_of_a_number"),)
