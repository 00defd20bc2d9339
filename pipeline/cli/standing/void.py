"""The command `dossier standing void`: an event taken back; it stays where it is."""

from __future__ import annotations

from pipeline.cli.options.standing import VoidOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.standing.ledger import file as ledger
from pipeline.standing.ledger.record import void


def run(asked: VoidOptions) -> None:
    """One event that takes another back."""
    signed = signature(asked.name, asked.at)
    (no,) = ledger.write(asked.folder, lambda book: [void(asked.number, asked.reason, book)], signed)
    say(f"第 {no} 号 作废第 {asked.number} 号，已写入 {asked.folder / ledger.LOG}。")
