"""The tables: people, batches, work at dossiers, letters, jobs, the log. Never a judgement."""

from console.models.arrivals import Arrival, ArrivalState
from console.models.batches import OfficeBatch, ReceivedRound
from console.models.dossiers import DossierWork, Hold, Note, WorkState
from console.models.events import LoggedEvent
from console.models.jobs import OPEN, Job, JobState
from console.models.letters import LetterKind, LetterRecord, LetterState, NumberSeries
from console.models.people import LoginTry, Person, Recusal
from console.models.receipts import Receipt
from console.models.search import SearchEntry

__all__ = [
    "OPEN",
    "Arrival",
    "ArrivalState",
    "DossierWork",
    "Hold",
    "Job",
    "JobState",
    "LetterKind",
    "LetterRecord",
    "LetterState",
    "LoggedEvent",
    "LoginTry",
    "Note",
    "NumberSeries",
    "OfficeBatch",
    "Person",
    "Receipt",
    "ReceivedRound",
    "Recusal",
    "SearchEntry",
    "WorkState",
]
