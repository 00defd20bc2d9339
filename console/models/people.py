"""Who works here, in which roles, and from which dossiers is somebody barred (回避)?"""

from __future__ import annotations

from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class Role(StrEnum):
    """What somebody may do; one person may hold several."""

    READER = "reads"
    CLERK = "decides"
    CHECKER = "checks"
    ADMINISTRATOR = "administers"


ROLE_TITLES = {
    Role.READER: "只读",
    Role.CLERK: "经办",
    Role.CHECKER: "复核",
    Role.ADMINISTRATOR: "管理员",
}


class PersonManager(BaseUserManager["Person"]):
    """How a person is put down."""

    def create_user(self, login: str, name: str, password: str, *roles: Role) -> Person:
        """With these roles, and a password that only its hash is kept of."""
        person = Person(login=login.strip(), name=name.strip(), **{str(role): True for role in roles})
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who logs in. ``name`` is what stands in decisions.yaml, as ``--name`` would give it."""

    login = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    reads = models.BooleanField(default=False)
    decides = models.BooleanField(default=False)
    checks = models.BooleanField(default=False)
    administers = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    must_change = models.BooleanField(default=False)
    """The password was given by somebody else, and is good for one login."""
    habits = models.JSONField(default=dict)
    """How the person has the review screen (``acts.review.habits``)."""

    USERNAME_FIELD = "login"
    objects = PersonManager()

    @property
    def roles(self) -> frozenset[Role]:
        """All that the person holds."""
        return frozenset(role for role in Role if getattr(self, role))

    @property
    def role_titles(self) -> str:
        """The roles in words."""
        return "、".join(ROLE_TITLES[role] for role in Role if role in self.roles)

    def __str__(self) -> str:
        return self.name


class Recusal(models.Model):
    """Somebody has nothing to do with a dossier; it is in none of his lists, and its addresses do not exist for him."""

    dossier = models.ForeignKey("console.DossierWork", models.CASCADE, related_name="recusals")
    person = models.ForeignKey(Person, models.PROTECT)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True)


class LoginTry(models.Model):
    """Failed logins under one name from one address; never of a whole address, which an office shares."""

    login = models.CharField(max_length=60)
    address = models.CharField(max_length=60)
    failed = models.PositiveIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("login", "address"), name="one_count_a_name_and_address"),)
