"""What words does a rulebook bring along: its own measures, blanks, lists, papers, and what it means by qualified?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from schemas.application import Blank
from schemas.measures import MEASURES, Measure
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
    skill: str = ""
    """A grade of skill (技师) that counts as such a title."""

    @property
    def said(self) -> str:
        """本科及以上学历或中级及以上职称人员."""
        titles = [f"{self.title}及以上职称"] if self.title else []
        titles += [f"{self.skill}及以上技能等级"] if self.skill else []
        each = [*([f"{self.education}及以上学历"] if self.education else []), *(["或".join(titles)] if titles else [])]
        return {"or": "或", "and": "且"}.get(self.join, "和").join(each) + "人员"


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
    said: tuple[str, ...] = ()
    """How the checklist speaks of it, where not by its title."""


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
    named: tuple[Measure, ...] = ()
    """Rules that have a name of their own instead of a measure (any_of, none_of, points), with their titles."""
    termed: tuple[str, ...] = ()
    """Kinds of paper of which it is asked from when until when they hold."""

    @property
    def levelled(self) -> frozenset[str]:
        """Kinds of paper of which it is asked on which level they were given."""
        return frozenset(kind for one in self.measures if one.papers and one.papers.levels for kind in one.papers.kinds)

    @property
    def dated(self) -> frozenset[str]:
        """Kinds of paper of which it is asked in which year they were given."""
        return frozenset(kind for one in self.measures if one.papers and one.papers.within for kind in one.papers.kinds)

    def __bool__(self) -> bool:
        """Whether it brings anything."""
        return self != NO_WORDS

    def words(self, catalogue: str) -> Mapping[str, object]:
        """Id → word of the catalogue of this name (schemas.regulation.catalogue)."""
        found: Mapping[str, Mapping[str, object]] = {
            "measures": {**self._qualified(), **{one.id: one for one in (*self.measures, *self.named)}},
            "blanks": {one.blank.key: one.blank for one in self.blanks},
            "lists": {one.spec.name: one.spec for one in self.lists},
            "papers": {one.kind.id: one.kind for one in self.papers},
            "sources": self._sources(),
        }
        return found.get(catalogue, {})

    def _qualified(self) -> dict[str, Measure]:
        """Our measures of qualified staff, by the name that the rulebook's meaning gives them."""
        if self.qualified is None:
            return {}
        titles = {
            "qualified_staff_count": f"{self.qualified.said}数",
            "qualified_staff_share": f"{self.qualified.said}占比",
        }
        return {name: replace(MEASURES.ours[name], title=title) for name, title in titles.items()}

    def _sources(self) -> dict[str, str]:
        """list.<list> and papers: where figures come from that are counted, by the title of what is counted."""
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


def together(each: Iterable[OwnWords]) -> OwnWords:
    """What several rulebooks bring along, for what tells of them all; of one word of two the first."""
    words = [one for one in dict.fromkeys(each) if one]
    if len(words) < 2:
        return words[0] if words else NO_WORDS
    return OwnWords(
        measures=tuple({one.id: one for own in reversed(words) for one in own.measures}.values()),
        blanks=tuple({one.blank.key: one for own in reversed(words) for one in own.blanks}.values()),
        lists=tuple({one.spec.name: one for own in reversed(words) for one in own.lists}.values()),
        papers=tuple({one.kind.id: one for own in reversed(words) for one in own.papers}.values()),
        named=tuple({one.id: one for own in reversed(words) for one in own.named}.values()),
    )
