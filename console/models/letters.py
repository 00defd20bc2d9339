"""Which letters were drafted, checked, numbered, sent and served?"""

from __future__ import annotations

from django.db import models

from console.models.dossiers import DossierWork
from console.models.people import Person


class LetterKind(models.TextChoices):
    """What a letter asks or tells; the words of ``dossier letter --kind``."""

    SUPPLEMENT = "supplement", "补正通知"
    INELIGIBLE = "ineligible", "不符合条件告知"
    QUERY = "query", "核实函"


class LetterState(models.TextChoices):
    """How far a letter is."""

    DRAFT = "draft", "草稿"
    TO_CHECK = "to_check", "待复核"
    CHECKED = "checked", "已核"
    SENT = "sent", "已发"
    SERVED = "served", "已送达"
    VOID = "void", "作废"


class LetterRecord(models.Model):
    """One letter. ``sha256`` is that of the file that was confirmed; a number is given then and never again."""

    dossier = models.ForeignKey(DossierWork, models.CASCADE, related_name="letters")
    round = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=12, choices=LetterKind.choices)
    state = models.CharField(max_length=10, choices=LetterState.choices, default=LetterState.DRAFT)
    number = models.CharField(max_length=60, blank=True)
    file = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    checked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    own_check = models.BooleanField(default=False)
    """本人自核: the office is too small for a second person, and allows it."""
    made = models.DateTimeField(auto_now_add=True)
    sent_on = models.DateField(null=True)
    served_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    how = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=0)


class NumberSeries(models.Model):
    """The next number under one sign (代字) in one year."""

    sign = models.CharField(max_length=40)
    year = models.PositiveIntegerField()
    next = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("sign", "year"), name="one_series_a_sign_and_year"),)
