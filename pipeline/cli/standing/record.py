"""The command `dossier standing record`: one thing that a person tells."""

from __future__ import annotations

from pipeline.cli.options.standing import RecordOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.cli.standing_values import today
from pipeline.standing.ledger import file as ledger
from pipeline.standing.ledger.events import KINDS
from pipeline.standing.ledger.record import ReportedEvent, entry, late_days

# Option → fact, where they are not called the same.
_FACTS = {
    "site": "sites",
    "begins": "from",
    "kind": "type",
    "new_name": "name",
    "new_code": "code",
    "representative": "legal_representative",
    "batch": "round",
}
_SAME = (
    "day period received result inspector source proven ground number first_day working_days objections since until"
    " county address note"
)


def run(asked: RecordOptions) -> None:
    """One event, once it is whole."""
    facts = {fact: getattr(asked, option) for option, fact in _FACTS.items()}
    facts |= {fact: getattr(asked, fact) for fact in _SAME.split()}
    told = ReportedEvent(asked.about, asked.event, facts, asked.rulebook)
    (no,) = ledger.write(asked.folder, lambda book: [entry(told, book)], signature(asked.name, asked.at))
    for remark in late_days(facts, today()):
        say(remark, err=True)
    say(f"第 {no} 号 {KINDS[asked.event]} {asked.about}，已写入 {asked.folder / ledger.LOG}。")
