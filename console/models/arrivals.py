"""What lies in the folder that is watched (收件夹之外的来件文件夹), and what became of it?"""

from __future__ import annotations

from django.db import models

from console.models.batches import OfficeBatch
from console.models.people import Person


class ArrivalState(models.TextChoices):
    """What became of it."""

    WAITING = "waiting", "待收件"
    TAKEN = "taken", "已收"
    DECLINED = "declined", "不收"


class Arrival(models.Model):
    """One folder, archive or file that has come: its name, and how it lay (``lay``) when it was told or taken.

    What lies there otherwise by now has come anew. ``why``: for what reason it was not taken by itself.
    """

    name = models.CharField(max_length=255, unique=True)
    files = models.PositiveIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    lay = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ArrivalState.choices, default=ArrivalState.WAITING)
    why = models.CharField(max_length=500, blank=True)
    seen = models.DateTimeField(auto_now_add=True)
    batch = models.ForeignKey(OfficeBatch, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
