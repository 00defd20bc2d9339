"""The command `dossier standing import`: titles from before, from a bureau's own list."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.cli.options.standing import ImportTitlesOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.hash_chain import NewEntry
from pipeline.standing.ledger import file as ledger
from pipeline.standing.titles.known_titles import Imported, imported, listed, rulebook_of


def run(asked: ImportTitlesOptions) -> None:
    """One event for every title; rows that were not taken, and doubts, on lines of their own."""
    read, sha256, note = listed(asked.file)
    made: list[Imported] = []

    def entries(book: ledger.Ledger) -> Sequence[NewEntry]:
        made.append(imported(read, rulebook_of(read, asked.rulebook, book), book, sha256))
        return made[0].entries

    numbers = ledger.write(asked.folder, entries, signature(asked.name, asked.at))
    done = made[0]
    for line in (*([note] if note else []), *done.passed, *done.doubts):
        say(line)
    say(
        f"《{done.rulebook.title}》：名单 {len(read.titles)} 行，写入 {len(numbers)} 条，"
        f"未写入 {len(read.titles) - len(numbers)} 条；疑问 {len(done.doubts)} 处。"
    )
