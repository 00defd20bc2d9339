"""How much of the five rulebooks does a draft from the regulations' texts get right, and what does it claim wrongly?

    python benchmarks/drafts.py [FOLDER]

Each text of data/regulations is drafted as if nobody had encoded it, and the draft is held against the shipped YAML:
every bound, count of functions, relaxation and note (quantities), every checklist item with its papers, parts and flags
(items), every blank and every head of a list (forms). What the draft writes down and the shipped file does not say is
*claimed wrongly*; what it leaves to a person is *asked*. Letters of an item are compared as what they demand together,
as is the seal of a form whose annex is not in the text. With FOLDER, the texts there are drafted too, and counted as
how many points stand how: there is nothing to hold them against.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.drafting.draft import drafted
from pipeline.drafting.files import write_draft
from pipeline.drafting.points import DraftMark
from pipeline.drafting.source import source
from pipeline.rulebook.articles import normal
from pipeline.rulebook.parse import parse
from schemas.application import BLANKS
from schemas.data_files import data_folder
from schemas.rulebook import Condition, Material, Rulebook

Claim = tuple[object, ...]


@dataclass(slots=True)
class Score:
    """Of one kind of thing: how many the shipped file says, and what the draft made of them."""

    wanted: int = 0
    right: int = 0
    wrong: list[Claim] = field(default_factory=list)
    missing: list[Claim] = field(default_factory=list)

    def add(self, shipped: set[Claim], made: set[Claim]) -> None:
        """Count one rulebook."""
        self.wanted += len(shipped)
        self.right += len(shipped & made)
        self.wrong += sorted(made - shipped, key=str)
        self.missing += sorted(shipped - made, key=str)


def quantities(book: Rulebook) -> Iterator[Claim]:
    """Every bound that the rulebook claims, with all that makes it this one."""
    for one in book.conditions:
        yield (normal(one.article), *_bound(one), "")
        if one.relaxation and one.relaxation.to is not None:
            yield (normal(one.relaxation.article), "relaxed", one.measure, str(one.relaxation.to.normalize()))
        elif one.relaxation:
            yield (normal(one.relaxation.article), "relaxed", one.measure)
    if book.functions:
        functions = book.functions
        yield (functions.article, functions.at_least, functions.claimed, tuple((functions.by_type or {}).items()))
        for function in functions.functions:
            for way, path in enumerate(function.paths):
                yield from ((normal(function.article), *_bound(one), way) for one in path)
    yield from ((note.table, note.measure, str(note.at_least)) for note in book.notes)


def _bound(one: Condition) -> Claim:
    asked = "" if one.at_least is None else f"{one.at_least.normalize():f}"
    return one.measure, asked, one.equals, one.rising, bool(one.material), one.when


def items(book: Rulebook) -> Iterator[Claim]:
    """Every item of every checklist: what its letters demand together."""
    for procedure in book.procedures.values():
        by_article: dict[str, list[Material]] = {}
        for material in procedure.materials:
            own = normal(material.article)
            key = own if len({m.article for m in procedure.materials}) > 1 else f"{own}#{material.item}"
            by_article.setdefault(key, []).append(material)
        for article, materials in by_article.items():
            yield (procedure.id, article, frozenset(one for each in materials for one in _demands(each)))


def _demands(material: Material) -> Iterator[Claim]:
    """What must all be there: of one way each paper by itself, of several ways the set of them."""
    flags = (material.last_year, material.same_month, material.optional, material.seal_decides)
    ways = [frozenset((demand.kind, frozenset(demand.parts)) for demand in way) for way in material.alternatives]
    if len(ways) == 1:
        yield from ((frozenset({frozenset({paper})}), *flags) for paper in ways[0])
    else:
        yield (frozenset(ways), *flags)


def blanks(book: Rulebook) -> Iterator[Claim]:
    """Every blank and every head of the forms that the text shows."""
    for form in book.forms.values():
        if form.in_text:
            yield from ((form.kind, key) for key in form.blanks() if not BLANKS[key].on_cover)
            yield from ((form.kind, table.table, key) for table in form.tables for key in dict(table.columns))


def measure(folder: Path) -> tuple[Mapping[str, Score], int]:
    """The scores over all rulebooks, and how many points were asked."""
    scores = {"quantities": Score(), "items": Score(), "blanks": Score()}
    asked = 0
    for text in sorted((data_folder() / "regulations").glob("*.txt")):
        made = write_draft(text, [], folder / text.stem, text.stem)
        shipped = parse(data_folder() / "rulebooks" / f"{text.stem}.yaml").rulebook
        draft = parse(made.rulebook).rulebook
        for name, of in (("quantities", quantities), ("items", items), ("blanks", blanks)):
            open_ = {point.article for point in made.draft.points if point.mark is DraftMark.ASKED}
            scores[name].add(set(of(shipped)), {claim for claim in of(draft) if not open_ & set(map(str, claim))})
        asked += made.count(DraftMark.ASKED)
    return scores, asked


def main() -> None:
    """Print the figures, and every difference."""
    with TemporaryDirectory() as folder:
        scores, asked = measure(Path(folder))
    for name, score in scores.items():
        print(f"{name}: {score.right} of {score.wanted} right, {len(score.wrong)} claimed otherwise")
        for claim in score.wrong:
            print("   claimed:", claim)
        for claim in score.missing:
            print("   missing:", claim)
    print(f"asked: {asked}")
    for text in sorted(Path(sys.argv[1]).glob("*.txt")) if len(sys.argv) > 1 else ():
        points = drafted(text.stem, source(text)).draft.points
        bounds = [
            one for one in points if one.topic in ("conditions", "materials") or one.topic.startswith("functions")
        ]
        print(text.stem, {mark.value: sum(point.mark is mark for point in bounds) for mark in DraftMark})


if __name__ == "__main__":
    main()
