"""Where do papers hold the words that a rulebook looks for (严重违法失信), and are they denied there?

In:     the papers with their lines.
Out:    one ``Sighting`` for each line or cell that holds a word.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.content.lines import Text
from extractors.values.text import comparable
from extractors.vocabulary.denials import denials
from schemas.papers import Paper, Sighting
from schemas.regulation.own_words import spoken_words

_CLAUSE = re.compile(r"[^,;。:]+")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def sightings(papers: Sequence[tuple[Paper, list[Text]]]) -> list[Sighting]:
    """Everything that the rulebook in hand looks for."""
    watched = spoken_words().watched
    return [
        seen
        for paper, lines in (papers if watched else ())
        for watch in watched
        if paper.kind in watch.kinds
        for seen in _in_lines(paper.kind, lines, watch.words)
    ]


def _in_lines(kind: str, lines: Sequence[Text], words: Sequence[str]) -> Iterator[Sighting]:
    for at, line in enumerate(lines):
        text = comparable(line.text)
        for word in words:
            if comparable(word) in text:
                place = line.place.quoting(line.text)
                yield Sighting(kind, word, place, _denied(lines, at, comparable(word)), _year(lines, at))


def _denied(lines: Sequence[Text], at: int, word: str) -> bool:
    """In its own clause, by the cells of its row, or by the line right below a heading."""
    line, text = lines[at], comparable(lines[at].text)
    clauses = [clause for clause in _CLAUSE.finditer(text) if word in clause[0]]
    if clauses and all(_denied_in(text, clause, word) for clause in clauses):
        return True
    if line.row is not None:
        beside = [comparable(other.text) for other in lines if other.row == line.row and other is not line]
        return any(denials().alone.search(cell) for cell in beside)
    below = comparable(lines[at + 1].text) if at + 1 < len(lines) else ""
    return denials().alone.search(below) is not None


def _denied_in(text: str, clause: re.Match[str], word: str) -> bool:
    """Whether the clause denies the word beside it, or what stands right behind its colon does (行政处罚：0条)."""
    beside = denials().beside
    if beside.search(clause[0].replace(word, "")):
        return True
    return text[clause.end() : clause.end() + 1] == ":" and beside.match(text, clause.end() + 1) is not None


def _year(lines: Sequence[Text], at: int) -> int | None:
    """The last year that the line, or its row, names."""
    line = lines[at]
    texts = [line.text] if line.row is None else [other.text for other in lines if other.row == line.row]
    years = [int(year) for text in texts for year in _YEAR.findall(comparable(text))]
    return max(years, default=None)
