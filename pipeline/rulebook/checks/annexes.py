"""Are the annexes held: the numbers their notes ask, the lists of the forms, the form of the re-check?"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.vocabulary.facts import as_label, words
from extractors.vocabulary.papers import title_kinds
from pipeline.rulebook.articles import Regulation, normal, plain
from pipeline.rulebook.checks.named_papers import item_text
from pipeline.rulebook.checks.vocabulary import ListWords, rule_words
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import quantities
from schemas.measures import MEASURES
from schemas.rulebook import FormNote, PaperBlank
from schemas.tables import LISTS

_REVIEW_PAPERS = frozenset({"work_summary_years", "review_form"})


def annexes(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Notes both ways, lists, and the procedures that the text has."""
    for note in parsed.rulebook.notes:
        yield from (Problem(parsed.lines[note], message) for message in _note(note, regulation))
    for blank in parsed.rulebook.paper_blanks:
        yield from (Problem(parsed.lines[blank], message) for message in _blank(blank, regulation))
    yield from _forgotten(parsed, regulation)
    yield from _lists(parsed)
    yield from _review(parsed, regulation)


def _blank(blank: PaperBlank, regulation: Regulation) -> Iterator[str]:
    """Whether the annexes print the blank and its paper, and whether its answer is what is read under its title."""
    if not _is_printed(blank, regulation):
        yield f"办法的附件里找不到“{blank.title}”一栏"
    labels = {as_label(label) for facts in words().labels.values() for label in facts.get(blank.fact, ())}
    # 法定代表人（签字）: who signs there is no part of the label.
    title = as_label(blank.title)
    if blank.fact and not labels & {title, title.partition("（")[0]}:
        yield f"“{blank.title}”不是“{blank.fact}”所读的栏目（{'、'.join(sorted(labels))}），请核对 fact"
    if not any(blank.paper in title_kinds(line) for _, line in regulation.annexes):
        yield f"办法的附件里没有“{blank.paper}”这种材料，请核对“{blank.title}”的 paper"
    spec = next((spec for spec in LISTS.values() if spec.paper == blank.paper), None)
    known = None if spec is None else rule_words().lists.get(spec.name)
    if blank.figure and (known is None or not _totals(known, blank.title)):
        yield f"“{blank.title}”不是名单的合计，请核对 figure"


def _totals(known: ListWords, title: str) -> bool:
    """Whether the title speaks of what the rows of the list count."""
    return rule_words().measures[known.counts].fit(plain(title))


def _is_printed(blank: PaperBlank, regulation: Regulation) -> bool:
    """Whether a line of an annex begins with the title of the blank."""
    return any(line.startswith(plain(blank.title)) for _, line in regulation.annexes)


def _note(note: FormNote, regulation: Regulation) -> Iterator[str]:
    unit = MEASURES[note.measure].unit if note.measure in MEASURES else _unit_of_column(note)
    text = plain(note.text)
    if text not in regulation.whole.text:
        yield f"办法的附件里找不到“{note.text}”"
    if not any(one.value == note.at_least and one.unit == unit for one in quantities(text)):
        yield f"“{note.text}”里没有 {note.at_least}{unit}，请改正数字"
    known = rule_words().lists.get(note.table)
    if known is not None and not note.column:
        yield from _of_list(note, known, regulation)


def _unit_of_column(note: FormNote) -> str:
    columns = LISTS[note.table].columns if note.table in LISTS else ()
    return next((column.unit for column in columns if column.key == note.column), "")


def _of_list(note: FormNote, known: ListWords, regulation: Regulation) -> Iterator[str]:
    """Whether the note stands on the list, and is on what its rows count."""
    if note.measure != known.counts:
        yield f"这份名单的行数是“{MEASURES[known.counts].title}”（{known.counts}），不是 {note.measure}"
    headings = _headings(plain(note.text), regulation)
    if headings and not any(known.headed.search(heading) for heading in headings):
        yield f"“{note.text}”写在“{headings[0]}”下，不是名单 {note.table}"


def _headings(note: str, regulation: Regulation) -> list[str]:
    """The lines that head the lists on which such a note stands: its own line, or the nearest list heading above it."""
    lines, found = [text for _, text in regulation.annexes], []
    for at, line in enumerate(lines):
        if note in line:
            above = (
                text for text in reversed(lines[: at + 1]) if any(word in text for word in ("名单", "清单", "一览表"))
            )
            found += [heading for heading in [next(above, "")] if heading]
    return found


def _forgotten(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    told = [plain(note.text) for note in parsed.rulebook.notes]
    asked = [rule_words().notes, *rule_words().column_notes.values()]
    for number, line in regulation.annexes:
        for match in (match for pattern in asked for match in pattern.finditer(line)):
            if not any(match[0] in text or text in line for text in told):
                yield Problem(1, f"附件（办法文本第 {number} 行）写有“{match[0]}”，notes 里没有列出")


def _lists(parsed: Parsed) -> Iterator[Problem]:
    for procedure in parsed.rulebook.procedures.values():
        form = parsed.rulebook.forms.get(procedure.form)
        for table in () if form is None else form.tables:
            if table.table not in procedure.lists:
                yield Problem(
                    parsed.lines[procedure], f"表格“{procedure.form}”里有名单“{table.table}”，lists 里没有列出"
                )


def _review(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """An article on the re-check that names its papers has its procedure."""
    cited = {normal(one.article) for one in parsed.rulebook.procedures.values()}
    for article, piece in regulation.pieces.items():
        if "·" in article or "（" in article or article in cited or not rule_words().review.search(piece.text):
            continue
        told = item_text(regulation, article)
        if told is not None and told.kinds >= _REVIEW_PAPERS:
            yield Problem(1, f"{article}规定了复核要交的材料，procedures 里没有 review")
