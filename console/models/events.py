"""Who did what, when and from where? Only ever added to; each line vouches for the one before it."""

from __future__ import annotations

from django.db import models


class LoggedEvent(models.Model):
    """One act. ``facts`` say what was before and after, never values of anybody's cells."""

    at = models.CharField(max_length=40)
    by = models.CharField(max_length=60)
    address = models.CharField(max_length=60, blank=True)
    event = models.CharField(max_length=60)
    batch = models.CharField(max_length=120, blank=True)
    dossier = models.CharField(max_length=255, blank=True)
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)
