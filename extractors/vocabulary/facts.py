"""Under which labels do papers say things of themselves (data/vocabulary/facts.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extractors.values.text import any_of, unspaced
from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

_LISTS = (
    "stops addressees auditors organisation_ends partnerships seal_notes company_kinds speakers periods titles "
    "other_titles title_columns name_columns time_columns rooms"
)
_NOTE = r"(?:\s*[（(][^（）()：:]{1,16}[)）])*"


@dataclass(frozen=True, slots=True)
class FactVocabulary:
    """The vocabulary of facts: labels by group and fact, and plain lists."""

    groups: Mapping[str, str]
    sources: Mapping[str, str]
    """As which source of figures a kind of paper names the applicant."""
    called: Mapping[str, str]
    """What a kind of paper is called, where the source of its figures is called by another."""
    labels: Mapping[str, Mapping[str, tuple[str, ...]]]
    lists: Mapping[str, tuple[str, ...]]
    situated: re.Pattern[str]
    """Running text that says where a room lies, as ``place``."""
    audited: tuple[re.Pattern[str], ...]
    """Running text that says whose accounts were audited, as ``name``, the surest first."""
    no_holder: re.Pattern[str]
    """The end of a name that stands on credit reports for the office that keeps them."""
    programme: re.Pattern[str]
    """The name of a programme of platforms."""
    term: re.Pattern[str]
    """What a line says whose days bound a term."""
    bad_records: Mapping[str, tuple[str, ...]]
    """How a credit report tells of bad records: kinds, what says that there are any, what denies it, details."""
    every: frozenset[str]
    """Every label: none of them is what another label asks for."""
    boundary: re.Pattern[str]
    """Any label at all, where a value ends."""

    def group(self, kind: str) -> str:
        """The group of labels that a kind of paper uses."""
        return self.groups.get(kind, "other")


@lru_cache(maxsize=1)
def words() -> FactVocabulary:
    """The vocabulary, read once."""
    single = "groups sources called labels situated audited no_holder programme term bad_records"
    fields = vocabulary_file("facts").fields(f"{single} {_LISTS}")
    labels = {group: _words_by_key(facts) for group, facts in fields["labels"].pairs()}
    lists = {key: fields[key].words() for key in _LISTS.split()}
    every = {word for facts in labels.values() for listed in facts.values() for word in listed} | {*lists["stops"]}
    return FactVocabulary(
        groups=_turned(_words_by_key(fields["groups"])),
        sources=_turned(_words_by_key(fields["sources"])),
        called={kind: title.text() for kind, title in fields["called"].pairs()},
        labels=labels,
        lists=lists,
        situated=fields["situated"].pattern(),
        audited=fields["audited"].patterns(),
        no_holder=fields["no_holder"].pattern(),
        programme=fields["programme"].pattern(),
        term=fields["term"].pattern(),
        bad_records=_words_by_key(fields["bad_records"], "kinds stated denied details"),
        every=frozenset(every),
        boundary=re.compile(rf"(?:^|(?<=[\s，,。；;、|]))(?:{_alternatives(every)}){_NOTE}\s*(?:[:：]|\s|$)"),
    )


def _words_by_key(marked: Marked, keys: str = "") -> dict[str, tuple[str, ...]]:
    """Key → words; with ``keys``, exactly these."""
    given = marked.fields(keys).items() if keys else marked.pairs()
    return {key: words.words() for key, words in given}


def _turned(listed: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Word → the key that it stands under."""
    return {word: key for key, words in listed.items() for word in words}


def _alternatives(listed: Iterable[str]) -> str:
    return "|".join(spaced(word) for word in sorted(listed, key=len, reverse=True))


def as_label(text: str) -> str:
    """The text as labels are written: without white space, its brackets of full width (名称（盖章）)."""
    return unspaced(text).replace("(", "（").replace(")", "）")


def spaced(word: str) -> str:
    """A pattern for the word with any spaces between its characters (名　称), brackets of either width."""
    signs = ("[（(]" if sign in "（(" else "[)）]" if sign in "）)" else re.escape(sign) for sign in word)
    return r"\s*".join(signs)


@lru_cache(maxsize=512)
def label_pattern(word: str, *, glued: bool) -> re.Pattern[str]:
    """The label where it stands as one; ``glued``: at the very beginning even without anything behind it."""
    behind = r"(?:\s*[:：]\s*|\s+|$)"
    start = r"(?:^|(?<=[\s，,。；;、|：:（(]))"
    plain = rf"{start}{spaced(word)}{_NOTE}{behind}"
    return re.compile(rf"{plain}|^\s*{spaced(word)}(?=\S)" if glued else plain)


@lru_cache(maxsize=1)
def organisation() -> re.Pattern[str]:
    """The name of an organisation, from its first character to its last."""
    ends = any_of(words().lists["organisation_ends"])
    return re.compile(rf"[\u4e00-\u9fffA-Za-z0-9·（）()&\-]{{2,48}}(?:{ends})(?:{partnership().pattern})?")


@lru_cache(maxsize=1)
def partnership() -> re.Pattern[str]:
    """The note behind a partnership's name: （特殊普通合伙）."""
    return re.compile(rf"[（(](?:{any_of(words().lists['partnerships'])})[)）]")


@lru_cache(maxsize=1)
def seal_note() -> re.Pattern[str]:
    """The note behind a name that a seal goes there: （公章）."""
    return re.compile(rf"[（(](?:{any_of(words().lists['seal_notes'])})(?:[)）]|$)")


@lru_cache(maxsize=1)
def company_kind() -> re.Pattern[str]:
    """What kind of company a licence is for (类型：其他有限责任公司): no company is called so."""
    return re.compile(rf"[类型]{{0,2}}(?:其他)?(?:{any_of(words().lists['company_kinds'])})(?:[（(].*)?")


@lru_cache(maxsize=1)
def speaks_as() -> re.Pattern[str]:
    """Who speaks, and the name that follows, as ``name``: 本单位某某公司…"""
    speakers = any_of(words().lists["speakers"])
    return re.compile(rf"(?:{speakers})\s*[（(:：]?\s*(?P<name>[^，。；（）()]{{4,48}})")
