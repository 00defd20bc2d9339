"""What the extractors found in one dossier, and the result of screening it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd
from pandera.typing import DataFrame

from schemas.application import Application
from schemas.clerk_input import Amended
from schemas.days.reckoning import ReckoningDay
from schemas.days.rounds import NO_ROUND, Round
from schemas.document import Document
from schemas.figures import Figures
from schemas.findings import Finding, MaterialResult, Verdict
from schemas.locator import Locator
from schemas.papers import Paper, Sighting
from schemas.regulation.own_words import NO_WORDS, OwnWords
from schemas.status import FileStatus
from schemas.trust import Doubts


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of the dossier (contract §3, ``files``). ``note`` is Chinese."""

    path: str
    sha256: str
    media_type: str
    pages: int
    status: FileStatus
    ocr_pages: int = 0
    note: str = ""
    earlier: bool = False
    """It had been received in an earlier round."""
    unread_pages: int = 0
    """Pages (scans, outlines, lying text) whose words could not be read."""
    unread: tuple[str, ...] = ()
    """Parts of it that may hold a paper and were not read, in Chinese."""
    may_hold_anything: bool = False
    """An archive that does not open, or a member of a locked one: names tell nothing of what is in it."""


@dataclass(frozen=True, slots=True)
class ReadDossier:
    """A dossier whose files were read: the documents that opened, and the record of every file."""

    id: str
    documents: Sequence[Document]
    files: Sequence[FileRecord]
    received: date | None = None
    """The day on which it came in, where a person wrote that down (round.yaml)."""
    earlier: frozenset[str] = frozenset()
    """The files that had been received in an earlier round."""
    platform_type: str = ""
    """综合性 or 专业性, where a person wrote that down (round.yaml)."""


@dataclass(frozen=True, slots=True)
class FormSeen:
    """The application form that was found: which one, how sure, what is altered.

    ``form`` is a FormSpec id ("" where no form was found). ``titles`` are regulation-telling titles
    with their places, form id → places, also of other cities' forms. ``missing_labels`` are the
    blanks of the form whose printed label is not on the paper (the form was altered).
    """

    form: str
    titles: Mapping[str, tuple[Locator, ...]]
    missing_labels: tuple[str, ...] = ()
    evidence: Locator | None = None


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """One quantity that two copies state: its Chinese title, what the copy that counts says, what the other says.

    ``sure``: whether both were read well; else they may say the same.
    """

    title: str
    counts: str
    other: str
    places: tuple[Locator, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """A version that does not count. ``what`` and ``why`` (why it does not) are Chinese.

    ``replaced``: by its own words another one has taken its place.
    """

    what: str
    counts: Locator
    other: Locator
    why: str
    replaced: bool = False
    differences: tuple[VersionDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class HungComment:
    """A comment in a document that counts. ``on``: the Chinese title of the value that it hangs on, "" for none.

    ``stated``: what the document says there; ``place`` quotes the comment.
    """

    place: Locator
    on: str = ""
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that was read in one dossier; what validators are given.

    ``tables`` has a frame per name of schemas.tables.LISTS that was found (a list that is not in the
    dossier is absent). ``table_places`` is where each list's head stands. ``passages`` are sentences of
    the dossier by judgement word, for people.
    """

    id: str
    applicant: str
    files: tuple[FileRecord, ...]
    papers: tuple[Paper, ...]
    form: FormSeen
    application: DataFrame[Application]
    tables: Mapping[str, pd.DataFrame]
    table_places: Mapping[str, Locator]
    figures: DataFrame[Figures]
    passages: tuple[Locator, ...] = ()
    narrative: str = ""
    """The prose of the application report, for finding dossiers that tell the same story."""
    unread_heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """List → column heads on it that no column is known for: a column not seen may be one of these."""
    unidentified: tuple[Locator, ...] = ()
    """Files and pages that cannot be read and whose name says nothing: they may hold anything not found elsewhere."""
    list_doubts: Mapping[str, Doubts] = field(default_factory=dict)
    """List → the doubts about it as a whole; grave ones keep what is read in it from being held against anybody."""
    programmes: Mapping[str, tuple[Locator, ...]] = field(default_factory=dict)
    """Names of platform programmes in the papers (聊城市中小企业公共服务示范平台), for telling the regulation."""
    no_enterprises: tuple[Locator, ...] = ()
    """Rows of the list of enterprises served that may be none of a small or medium one, quoting the name."""
    versions: tuple[OtherVersion, ...] = ()
    """Versions of the form and of lists that do not count."""
    comments: tuple[HungComment, ...] = ()
    """What somebody wrote beside the form and the lists, to other readers of them."""
    amended: tuple[Amended, ...] = ()
    """What a clerk said of the contents, beside what was read; what is applied is already in all of the above."""
    reckoned: ReckoningDay | None = None
    """The day from which its years are reckoned; None where nothing was read."""
    sightings: tuple[Sighting, ...] = ()
    """Words that the rulebook in hand looks for in papers (none_of)."""


@dataclass(frozen=True, slots=True)
class Screening:
    """The whole result for one dossier: what screening.json holds."""

    id: str
    path: str
    rulebook: str
    procedure: str
    as_of: date
    contents: Contents
    materials: tuple[MaterialResult, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict
    note: str = ""
    rulebook_title: str = ""
    unheld: str = ""
    """Why the rulebook cannot be relied on (Rulebook.unheld); every report says it."""
    round: Round = NO_ROUND
    """The round of applications that it belongs to; letters speak of its call and its days."""
    own: OwnWords = NO_WORDS
    """What its rulebook brings along; reports are written while speaking of it."""
    programme: str = ""
    """What is applied for, where the rulebook says it."""

    @property
    def reckoned(self) -> ReckoningDay:
        """The day from which its years are reckoned."""
        return self.contents.reckoned or ReckoningDay(self.as_of)
