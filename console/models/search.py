"""What can be found: one line of text about a dossier, a finding, a firm, a person or a file."""

from __future__ import annotations

from django.db import models

from console.models.dossiers import DossierWork


class SearchEntry(models.Model):
    """One such line; the full-text table of ``queries.search`` holds its words under the same number."""

    dossier = models.ForeignKey(DossierWork, models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=20)
    rule = models.CharField(max_length=200, blank=True)
    text = models.TextField()
