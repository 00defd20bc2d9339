"""Which kinds of paper there are, and what titles, words and file names show them."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.values.numbering import numbering
from extractors.values.text import comparable, one_width
from schemas.data_files import vocabulary_file
from schemas.papers import Glance, Kind, Part
from schemas.regulation.own_words import OwnWords, spoken_words
from schemas.strict_yaml import Marked


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The kinds by id, their compiled titles, and what stands before a title without being part of it."""

    kinds: Mapping[str, Kind]
    titles: Mapping[str, tuple[re.Pattern[str], ...]]
    prefix: re.Pattern[str]


def vocabulary() -> Vocabulary:
    """The kinds of paper of data/vocabulary/papers.yaml, and those that the rulebook in hand brings along."""
    own = spoken_words()
    return _with_own(own) if own.papers else shipped()


@functools.lru_cache(maxsize=8)
def _with_own(own: OwnWords) -> Vocabulary:
    ours, brought = shipped(), {one.kind.id: one.kind for one in own.papers}
    titles = {name: tuple(_words_of_title(title) for title in kind.titles) for name, kind in brought.items()}
    # Its own words come first: 主导产品所属领域情况说明 is the rulebook's paper before it is any 情况说明.
    kinds = {**brought, **{name: kind for name, kind in ours.kinds.items() if name not in brought}}
    return Vocabulary(
        kinds, {**titles, **{name: ours.titles[name] for name in kinds if name not in titles}}, ours.prefix
    )


def _words_of_title(title: str) -> re.Pattern[str]:
    """A title in plain words, with what stands before it (某某有限公司) and a bracket behind it."""
    return re.compile(rf".{{0,{_BEFORE_TITLE}}}{re.escape(plain(title))}(?:\([^()]{{0,{_BEHIND_TITLE}}}\))?$")


@functools.cache
def shipped() -> Vocabulary:
    """The words that come with the program, read once."""
    fields = dict(vocabulary_file("papers").pairs())
    prefix = fields.pop("prefix").pattern()
    kinds = {kind: _kind(kind, given) for kind, given in fields.items()}
    for kind, given in fields.items():
        if unknown := set(kinds[kind].inside) - set(kinds):
            raise given.entries["inside"].wrong(f"不认识的材料种类“{'”“'.join(sorted(unknown))}”")
    titles = {kind: given.entries["titles"].patterns() for kind, given in fields.items() if "titles" in given.entries}
    return Vocabulary(kinds, {kind: titles.get(kind, ()) for kind in kinds}, prefix)


_OPTIONAL = (
    "body parts glance titles heads must any_of must_not names names_not inside picture prose boundary single bundle"
)
_GLANCES: Mapping[str, Glance] = {"title": "title", "top": "top"}


def _kind(kind: str, given: Marked) -> Kind:
    fields = given.fields("title", _OPTIONAL)
    glance = fields["glance"].text() if "glance" in fields else ""
    if glance and glance not in _GLANCES:
        raise fields["glance"].wrong(f"这里应为 {' 或 '.join(_GLANCES)}")

    def words(key: str) -> tuple[str, ...]:
        return fields[key].words() if key in fields else ()

    def flag(key: str) -> bool:
        return key in fields and fields[key].truth()

    return Kind(
        id=kind,
        title=fields["title"].text(),
        body=tuple(row.words() for row in fields["body"].list()) if "body" in fields else (),
        parts=tuple(_part(part, entry) for part, entry in fields["parts"].pairs()) if "parts" in fields else (),
        glance=_GLANCES.get(glance, ""),
        titles=words("titles"),
        heads=words("heads"),
        must=words("must"),
        any_of=words("any_of"),
        must_not=words("must_not"),
        names=words("names"),
        names_not=words("names_not"),
        inside=words("inside"),
        picture=flag("picture"),
        prose=flag("prose"),
        single=flag("single"),
        boundary=flag("boundary"),
        bundle=flag("bundle"),
    )


def _part(part: str, given: Marked) -> Part:
    fields = given.fields("title words", "near anywhere")
    near = fields["near"].words() if "near" in fields else ()
    anywhere = "anywhere" in fields and fields["anywhere"].truth()
    return Part(part, fields["title"].text(), fields["words"].words(), near, anywhere)


_BEFORE_TITLE, _BEHIND_TITLE = 30, 20
"""So many characters may stand before and behind a title that a rulebook names."""
_PASSED_OVER = re.compile(r"[\s“”\"'‘’《》<>〈〉「」*＊·•　]+")
LINES, LONG = 8192, 512
"""So many lines, none longer than this, are remembered: several questions are asked of every line of a document."""


def plain(text: str) -> str:
    """A line as titles and words are compared: half width, no white space, no quotation marks."""
    return _line(text) if len(text) <= LONG else _bare(text)


@functools.lru_cache(maxsize=LINES)
def _line(text: str) -> str:
    return _bare(text)


def _bare(text: str) -> str:
    return _PASSED_OVER.sub("", one_width(text))


def title_kinds(line: str) -> list[str]:
    """The kinds whose title this line is; nothing for an entry of a contents page."""
    return list(_title_kinds(line, spoken_words()))


@functools.lru_cache(maxsize=LINES)
def _title_kinds(line: str, _own: OwnWords) -> tuple[str, ...]:
    words = vocabulary()
    bare = words.prefix.sub("", plain(line))
    if not 2 <= len(bare) <= MAX_TITLE or numbering(bare) or bare.endswith(("。", ";", ",")):
        return ()
    bare = bare.strip(":：()")
    bare = bare + ")" if bare.count("(") > bare.count(")") else bare
    return tuple(
        kind
        for kind, patterns in words.titles.items()
        if any(pattern.match(bare) for pattern in patterns)
        and not any(head in bare for head in words.kinds[kind].heads)
    )


MAX_TITLE = 64


def named_kinds(name: str) -> list[str]:
    """The kinds that a file or folder name speaks of, the longest word first."""
    bare = comparable(name)
    hits: list[tuple[int, str]] = []
    for kind in vocabulary().kinds.values():
        if any(word in bare for word in kind.names_not):
            continue
        lengths = [len(word) for word in kind.names if word in bare]
        if lengths:
            hits.append((-max(lengths), kind.id))
    return [kind for _, kind in sorted(hits)]
