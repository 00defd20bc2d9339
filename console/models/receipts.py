"""Which file came in when, by whose hand?"""

from __future__ import annotations

from django.db import models

from console.models.batches import ReceivedRound
from console.models.people import Person


class Receipt(models.Model):
    """One file as it was received."""

    round = models.ForeignKey(ReceivedRound, models.CASCADE, related_name="receipts")
    dossier = models.CharField(max_length=255)
    file = models.CharField(max_length=1000)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
