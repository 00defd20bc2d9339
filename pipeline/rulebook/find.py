"""Which regulation applies, and what does it ask? Finds, loads and recognises rulebooks."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.vocabulary.papers import vocabulary
from pipeline.on_use import on_use
from pipeline.rulebook.beside import text_beside
from pipeline.rulebook.known_words import unknown_words
from pipeline.rulebook.of_bureau import AUTO, bureau_rulebooks
from pipeline.rulebook.parse import Parsed, parse
from schemas.data_files import data_folder
from schemas.errors import RulebookError, UsageError
from schemas.forms import FormSpec
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords, spoken_words, together
from schemas.rulebook import Rulebook

if TYPE_CHECKING:
    from pipeline.rulebook import hold as holding
else:
    # Ours were held against their texts before they came here: only another's has any use for it.
    holding = on_use("pipeline.rulebook.hold")

_MAIN_FORMS = ("application_form", "review_form")


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which rulebook a dossier was filed under: "" where it cannot be told, then ``why`` says so in Chinese.

    ``procedures`` are those of the rulebook whose own form was seen. ``candidates`` are all that anything
    in the dossier speaks for, best first.
    """

    rulebook: str
    procedures: tuple[str, ...]
    candidates: tuple[str, ...]
    why: str


def available(folder: Path | None = None) -> tuple[str, ...]:
    """The ids of the rulebooks that come with the program."""
    return tuple(path.stem for path in sorted(_folder(folder).glob("*.yaml")))


def examples() -> tuple[str, ...]:
    """The ids of those that come with it as examples: never held against their originals, and marked so."""
    return tuple(path.stem for path in sorted(_examples().glob("*.yaml")))


def find(name: str | Path, folder: Path | None = None) -> Path:
    """The file of a rulebook: one of ours by its id, or a file of the user's own by its path."""
    ours = _folder(folder) / f"{name}.yaml"
    if str(name) in available(folder):
        return ours
    bureau = {} if folder else bureau_rulebooks()
    if str(name) in bureau:
        return bureau[str(name)]
    if folder is None and str(name) in examples():
        return _examples() / f"{name}.yaml"
    path = Path(name)
    if path.is_file():
        return path
    known = "、".join((*available(folder), *bureau))
    raise UsageError(f"没有名为“{name}”的办法。可用的有：{known}；也可以给出自己的 YAML 文件的路径")


def load(name: str | Path, folder: Path | None = None) -> Rulebook:
    """The rulebook of that id or path. Raises UsageError (no such) or RulebookError (faulty)."""
    path = find(name, folder)
    return _ours(path) if path.parent == _folder(None) else _theirs(path, _stamp(path))


def words_of(name: str) -> OwnWords:
    """What this rulebook brings along; where dossiers are recognised one by one (``AUTO``), what any may bring."""
    return together([load(one).own for one in (in_order(()) if name == AUTO else (name,))])


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Ours, the bureau's own, the examples, then others of these names: of a word that two bring the first counts."""
    return tuple(dict.fromkeys((*available(), *bureau_rulebooks(), *examples(), *sorted(names))))


def load_all(folder: Path | None = None) -> tuple[Rulebook, ...]:
    """Every rulebook that comes with the program."""
    return tuple(load(name, folder) for name in available(folder))


Titles = Callable[[Mapping[str, FormSpec]], Mapping[str, Iterable[object]]]
"""Which of these forms' titles the papers bear, with their places."""


def of_bureau(titles: Titles) -> Recognition | None:
    """The rulebook of the bureau's own that the papers bear the forms of; it goes before those that come with us."""
    return _by_forms(titles, tuple(bureau_rulebooks()))


def beyond(titles: Titles) -> Recognition | None:
    """The example that the papers bear the forms of; asked only where no rulebook of ours is. None: none is either."""
    return _by_forms(titles, examples())


def _by_forms(titles: Titles, names: tuple[str, ...]) -> Recognition | None:
    books = tuple(load(name) for name in names)
    forms = {name: form for book in books for name, form in book.forms.items()}
    borne = titles(forms)
    return recognise(borne, (), books) if any(True for places in borne.values() for _ in places) else None


def recognise(
    forms: Mapping[str, Iterable[object]],
    titles: Iterable[str] = (),
    rulebooks: Iterable[Rulebook] | None = None,
) -> Recognition:
    """The rulebook that the dossier's papers speak for.

    ``forms``: ids of the forms whose titles were seen, with their places (Contents.form.titles).
    ``titles``: other headings of the dossier, asked only where no form tells. The applicant's own form
    outweighs one that others fill in (推荐表); two cities' own forms leave it to a person.
    """
    books = load_all() if rulebooks is None else tuple(rulebooks)
    seen = [form for form, places in forms.items() if any(True for _ in places)]
    for kinds in (_MAIN_FORMS, None):
        votes = Counter({book.id: _forms_of(book, seen, kinds) for book in books})
        if votes.total():
            return _elected(votes, books, seen)
    headings = ["".join(title.split()) for title in titles]
    votes = Counter({book.id: _named(book, headings) for book in books})
    return _elected(votes, books, seen)


def _forms_of(book: Rulebook, seen: list[str], kinds: tuple[str, ...] | None) -> int:
    return sum(form in book.forms and (kinds is None or book.forms[form].kind in kinds) for form in seen)


def _named(book: Rulebook, headings: list[str]) -> int:
    own = ["".join(title.split()) for title in (*book.titles, book.title)]
    return sum(any(title in heading for title in own) for heading in headings)


def _elected(votes: Counter[str], books: tuple[Rulebook, ...], seen: list[str]) -> Recognition:
    ranked = tuple(book for book, count in votes.most_common() if count)
    by_id = {book.id: book for book in books}
    if not ranked:
        return Recognition("", (), (), "没有找到带有办法名称的表格，无法判断适用哪部办法，请用 --rulebook 指明")
    # Editions of one regulation have the same forms; which of them holds, the day of reckoning says (editions).
    followed = {by_id[one].follows for one in ranked}
    if len(ranked) > 1 and votes[ranked[0]] == votes[ranked[1]] and not {ranked[0], ranked[1]} & followed:
        named = "、".join(f"《{by_id[one].title}》" for one in ranked if votes[one] == votes[ranked[0]])
        return Recognition(
            "", (), ranked, f"同时出现几部办法的表格（{named}），无法判断适用哪部办法，请用 --rulebook 指明"
        )
    book = by_id[ranked[0]]
    procedures = tuple(one.id for one in book.procedures.values() if one.form in seen)
    return Recognition(book.id, procedures, ranked, f"按表格题名适用《{book.title}》")


def _examples() -> Path:
    return data_folder() / "examples" / "rulebooks"


def _folder(folder: Path | None) -> Path:
    return data_folder() / "rulebooks" if folder is None else folder


@functools.cache
def _ours(path: Path) -> Rulebook:
    return _sound(parse(path))


@functools.lru_cache(maxsize=8)
def _theirs(path: Path, _stamp: tuple[int, int]) -> Rulebook:
    """A rulebook of the user's own, held against the text beside it; read again where file or text changed."""
    parsed = parse(path)
    book, held = _sound(parsed), holding.hold(parsed)
    unheld = "；".join(part for part in (f"所用规则文件是{book.example}" if book.example else "", held.unheld) if part)
    faults = tuple(f"{path} 第 {one.line} 行：{one.message}" for one in held.problems)
    return replace(book, unheld=unheld, faults=faults)


def _stamp(path: Path) -> tuple[int, int]:
    """When the file and its text were last written."""
    text = text_beside(path)
    return path.stat().st_mtime_ns, text.stat().st_mtime_ns if text else 0


def _sound(parsed: Parsed) -> Rulebook:
    problems = sorted(unknown_words(parsed))
    if problems:
        lines = "\n".join(f"{parsed.path} 第 {one.line} 行：{one.message}" for one in problems)
        raise RulebookError(lines)
    with while_speaking(parsed.rulebook.own):
        return replace(parsed.rulebook, paper_titles=_paper_titles(spoken_words()))


@functools.lru_cache(maxsize=8)
def _paper_titles(_own: OwnWords) -> Mapping[str, str]:
    """Kind id → its title, ``kind.part`` → the part's, for messages."""
    kinds = vocabulary().kinds.values()
    titles = {kind.id: kind.title for kind in kinds}
    return {**titles, **{f"{kind.id}.{part.id}": part.title for kind in kinds for part in kind.parts}}
