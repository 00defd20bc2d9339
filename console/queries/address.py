"""What does the address of a list say: its filter and its order, to be kept in a link and sent to a colleague?"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, fields
from typing import ClassVar, Self
from urllib.parse import urlencode

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class AddressFilter:
    """One field for each parameter, all of them text, empty where the address does not say."""

    known: ClassVar[Mapping[str, Container[str]]] = {}
    """Parameter → all that it may say; any other value counts as not said."""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Self:
        """What these parameters say; what is not known is not said."""
        said = {one.name: asked.get(one.name, "").strip()[:_LONGEST] for one in fields(cls)}
        return cls(**{name: text if text in cls.known.get(name, (text,)) else "" for name, text in said.items()})

    def said(self, **other: object) -> str:
        """The address' part from ``?`` on that says this, with these things otherwise."""
        values = {one.name: getattr(self, one.name) for one in fields(self)} | other
        return "?" + urlencode({name: value for name, value in values.items() if value})
