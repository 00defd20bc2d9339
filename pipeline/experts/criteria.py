"""What do the experts judge of a dossier? Its judgement clauses, which no program decides, with passages to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.sampling.draw.screening_results import Record
from schemas.days.rounds import ExpertMarks
from schemas.errors import UsageError

_FAMILY = "judgement."
_NOT_ASKED = "not_applicable"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One judgement clause: its id, what it asks, its article, its highest mark (None: nobody said), its passages."""

    id: str
    asks: str
    article: str
    most: int | None = None
    passages: tuple[Record, ...] = ()

    @property
    def head(self) -> str:
        """As it stands over a column of marks."""
        return f"{self.asks}（{self.article}）" + (f"满分{self.most}" if self.most else "")


def criteria(record: Record, marks: ExpertMarks) -> list[Criterion]:
    """The clauses of one dossier in the order of its rulebook; with weights, those that have one."""
    asked = [
        Criterion(
            str(finding["rule"]).removeprefix(_FAMILY),
            str(finding["expected"]),
            str(finding["article"]),
            marks.weights.get(str(finding["rule"]).removeprefix(_FAMILY)),
            tuple(finding.get("evidence", ())),
        )
        for finding in record.get("findings", [])
        if str(finding["rule"]).startswith(_FAMILY) and finding["status"] != _NOT_ASKED
    ]
    return [one for one in asked if one.most] if marks.weights else asked


def check_weights(records: Mapping[str, Record], marks: ExpertMarks) -> None:
    """UsageError where round.yaml weighs a judgement that none of the dossiers' rulebooks has."""
    known: Sequence[str] = [one.id for record in records.values() for one in criteria(record, ExpertMarks())]
    unknown = [judgement for judgement in marks.weights if judgement not in known]
    if unknown:
        raise UsageError(
            f"round.yaml 的 experts.weights 中的{'、'.join(unknown)}不是这些卷宗所适用办法的评议内容。"
            f"可用的有：{'、'.join(dict.fromkeys(known))}。"
        )
