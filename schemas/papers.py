"""A paper: a stretch of a document recognised as one of the kinds that checklists name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from schemas.locator import Locator
from schemas.trust import NONE, Doubt, Doubts

Glance = Literal["", "title", "top"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a paper says of itself: whose it is, when it was made, for whom it was issued."""

    value: str
    text: str
    evidence: Locator


@dataclass(frozen=True, slots=True)
class BundledPaper:
    """One of several papers of a kind that lie together as one: a certificate, an agreement.

    ``part`` is the part of papers.yaml that its title, else its words show ("" where none does). ``words`` are its own,
    without white space.
    """

    part: str
    words: str
    evidence: Locator


@dataclass(frozen=True, slots=True)
class Sighting:
    """A word that a rulebook looks for in papers of a kind, where it stands, and whether it is denied there (无, 0条).

    ``year`` is the last one that the same line names, None where it names none.
    """

    kind: str
    word: str
    place: Locator
    denied: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the dossier and how it was known.

    ``kind`` is an id of ``data/vocabulary/papers.yaml``. ``doubts``: none where the paper's own words
    show it; HINTED, NAMED_ONLY, UNREAD_PART where a person must look, FROM_PICTURE where its page is a scan or
    photograph. ``by`` says in Chinese what gave it away. ``pages`` are
    first and last, None for the whole of a DOCX or a workbook's sheet. ``parts`` are the demanded
    parts found inside (ids of papers.yaml). ``facts``: ``subject`` (in whose name), ``made_on`` (ISO
    date), ``registered_on``, ``address``, ``seal`` ("seen" | "absent" | "unknown"; only for a page that is a picture) …
    """

    kind: str
    file: str
    evidence: Locator
    doubts: Doubts = NONE
    by: str = ""
    runner_up: str = ""
    pages: tuple[int, int] | None = None
    sheet: str | None = None
    parts: Mapping[str, Locator] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    bundled: tuple[BundledPaper, ...] = ()
    """The single papers that it is made of, where its kind comes in bundles."""
    records: tuple[Locator, ...] = ()
    """Passages of a credit report that tell of a bad record, quoted."""
    title: str = ""
    """The words that showed what it is, where ``evidence`` shows it by something else (a licence by its name)."""

    @property
    def shown(self) -> bool:
        """Whether its own words, or a person, show what it is."""
        return not self.doubts & {Doubt.HINTED, Doubt.NAMED_ONLY}


@dataclass(frozen=True, slots=True)
class Part:
    """A part that a paper may hold (a section of the report, a column of the voucher table).

    Any of ``words`` at the beginning of a heading or table head shows it (``anywhere``: anywhere in a line).
    With ``near``, the word counts only in a table head that also holds one of those words.
    """

    id: str
    title: str
    words: tuple[str, ...]
    near: tuple[str, ...] = ()
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper, and how it is known (the comments of data/vocabulary/papers.yaml say what each entry means)."""

    id: str
    title: str
    titles: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    body: tuple[tuple[str, ...], ...] = ()
    names: tuple[str, ...] = ()
    names_not: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    picture: bool = False
    boundary: bool = False
    """A list: its title ends the paper before it, but only its rows make it a paper."""
    glance: Glance = ""
    """How little of a scanned page is enough: its title, the lines at its top, or ("") no less than all of it."""
    inside: tuple[str, ...] = ()
    """Kinds that hold it as a part of their own: its title begins no new paper there."""
    single: bool = False
    """There is one in a dossier: a later one takes the place of an earlier."""
    bundle: bool = False
    """Several of it are handed in together: each of its titles begins another."""
    prose: bool = False
    """Running text: its parts are sections, a heading followed by prose."""
