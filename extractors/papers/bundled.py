"""Which single papers are they that lie together as one: the certificates of the staff, the agreements with partners?

In:     the kind of a paper and its lines.
Out:    one ``BundledPaper`` for each title of the kind, with the words up to the next.
Raises: nothing. A paper whose kind comes in no bundles has none; one without a title of its own is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.content.lines import Text
from extractors.values.text import unspaced
from extractors.vocabulary.papers import plain, title_kinds, vocabulary
from schemas.papers import BundledPaper, Kind

MOST_WORDS = 2000
"""Of more words of one certificate nobody needs a name."""


def bundled(kind_id: str, lines: Sequence[Text]) -> tuple[BundledPaper, ...]:
    """The single papers, in the order of the document."""
    kind = vocabulary().kinds[kind_id]
    if not kind.bundle or not lines:
        return ()
    return tuple(_single(kind, part) for part in _parted(kind, lines))


def _parted(kind: Kind, lines: Sequence[Text]) -> Iterator[list[Text]]:
    """The lines from each title up to the next; what stands before the first goes with it."""
    current: list[Text] = []
    titled = False
    for line in lines:
        if kind.id in title_kinds(line.text):
            if titled:
                yield current
                current = []
            titled = True
        current.append(line)
    yield current


def _single(kind: Kind, lines: Sequence[Text]) -> BundledPaper:
    title = next((line for line in lines if kind.id in title_kinds(line.text)), lines[0])
    words = unspaced("".join(line.text for line in lines))[:MOST_WORDS]
    return BundledPaper(_part(kind, plain(title.text)) or _part(kind, plain(words)), words, title.place)


def _part(kind: Kind, words: str) -> str:
    return next((part.id for part in kind.parts if any(word in words for word in part.words)), "")
