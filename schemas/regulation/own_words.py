"""What words does a rulebook bring along: its own measures, blanks, lists, papers, and what it means by qualified?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.application import Blank
from schemas.measures import Measure
from schemas.papers import Kind
from schemas.regulation.catalogue import spoken
from schemas.tables import ListSpec


@dataclass(frozen=True, slots=True)
class QualifiedMeaning:
    """Who counts as qualified: from this education on, from this title on, and whether one is enough.

    ``education`` and ``title`` are levels of data/vocabulary (本科, 中级); empty where it asks for none. ``join``: or,
    and; empty where the regulation leaves it open (和): both are readings.
    """

    education: str = "大专"
    title: str = "中级"
    join: str = ""


@dataclass(frozen=True, slots=True)
class OwnList:
    """A list of its own, or one of ours with more columns, and the heads under which its columns stand.

    ``needs``: columns that together make a row its head; one group is enough.
    """

    spec: ListSpec
    heads: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[tuple[str, ...], ...] = ()
    extends: bool = False
    """It is one of ours; ``heads`` are those of the columns that are new."""


@dataclass(frozen=True, slots=True)
class OwnBlank:
    """A blank of its own, and other labels under which it is met beside the one that the form prints."""

    blank: Blank
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """A kind of paper of its own; its titles are plain words, with which a title line begins or ends."""

    kind: Kind
    source: str = ""
    """The source as which it states figures; empty where it states none."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Words of which it is asked whether papers of these kinds have them (none_of)."""

    kinds: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Everything of that kind that one rulebook says; nothing, for most."""

    measures: tuple[Measure, ...] = ()
    blanks: tuple[OwnBlank, ...] = ()
    lists: tuple[OwnList, ...] = ()
    papers: tuple[OwnPaper, ...] = ()
    qualified: QualifiedMeaning | None = None
    watched: tuple[Watch, ...] = ()

    def __bool__(self) -> bool:
        """Whether it brings anything."""
        return self != NO_WORDS

    def words(self, catalogue: str) -> Mapping[str, object]:
        """Id → word of the catalogue of this name (schemas.regulation.catalogue)."""
        found: Mapping[str, Mapping[str, object]] = {
            "measures": {one.id: one for one in self.measures},
            "blanks": {one.blank.key: one.blank for one in self.blanks},
            "lists": {one.spec.name: one.spec for one in self.lists},
            "papers": {one.kind.id: one.kind for one in self.papers},
            "sources": self._sources(),
        }
        return found.get(catalogue, {})

    def _sources(self) -> dict[str, str]:
        """list.<list> and papers.<measure>: where figures come from that are counted, by the title of what is counted."""
        lists = {f"list.{row.table}": self._title(row.table) for one in self.measures for row in one.rows}
        papers = {"papers": "所附材料"} if any(one.papers for one in self.measures) else {}
        return lists | papers

    def _title(self, table: str) -> str:
        return next((one.spec.title for one in self.lists if one.spec.name == table), table)


NO_WORDS = OwnWords()


def spoken_words() -> OwnWords:
    """What the rulebook in hand brings along; nothing where none is."""
    brought = spoken()
    return brought if isinstance(brought, OwnWords) else NO_WORDS
