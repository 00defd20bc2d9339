"""What becomes of one dossier, from the inbox to its verdict?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.papers.ocr_scope import ocr_scope
from extractors.read import from_kept
from extractors.read.media_type import media_type
from pipeline import file_names
from pipeline.intake import inbox
from pipeline.intake.archive import LIMITS, Limits
from pipeline.intake.inbox import InboxEntry, Received
from pipeline.on_use import on_use
from pipeline.results.audience import Audience
from pipeline.rulebook.editions import coming, in_force_on
from pipeline.rulebook.find import Recognition, available, beyond, load, of_bureau, recognise
from pipeline.rulebook.of_bureau import AUTO
from pipeline.workers import journal
from pipeline.workers.journal import Step
from schemas.application import application_frame
from schemas.clerk_input import NOTHING_TOLD, ClerkInput
from schemas.days.rounds import NO_ROUND, Round
from schemas.document import BROKEN_PICTURE, DAMAGED_PAGE, TOO_MUCH_DRAWN, Document, Page, Paragraph
from schemas.dossier import Contents, FileRecord, FormSeen, ReadDossier, Screening
from schemas.errors import UnreadableDocument
from schemas.figures import figures_frame
from schemas.findings import Finding, MaterialResult, Verdict
from schemas.forms import FormSpec
from schemas.locator import Locator
from schemas.office import NO_OFFICE, Office
from schemas.process import mishaps
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import NO_WORDS
from schemas.rulebook import Rulebook
from schemas.status import Disposition, FileStatus, Reason, Status, VerdictStatus
from validators.own_findings import with_own

if TYPE_CHECKING:
    from extractors import dossier as extracting
    from extractors.form import read as forms_read
    from validators import judge as judging
else:
    extracting = on_use("extractors.dossier")
    forms_read = on_use("extractors.form.read")
    judging = on_use("validators.judge")

_ASK_TEXT = "可请申请人补交可编辑的电子版（DOCX、XLSX 或带文字的 PDF）"

Read = Callable[[bytes, str], Document]
Waits = Callable[[bytes, str], bool]
Together = Callable[[Sequence[tuple[bytes, str]]], Read]
Judged = tuple[Sequence[MaterialResult], Sequence[Finding], Verdict]
Before = Callable[[InboxEntry, Sequence[FileRecord], ClerkInput, Callable[[], Screening]], Screening]
"""What was judged before of a dossier with these files, of which that was said; else what the call judges now."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the dossiers of one batch are screened. ``rulebook`` is an id, a YAML file's path or ``auto``."""

    as_of: date
    rulebook: str = AUTO
    procedure: str = "application"
    limits: Limits = LIMITS
    audience: Audience = Audience.INTERNAL
    unchecked: bool = False
    """A rulebook of the user's own is taken even where it does not agree with its regulation's text."""
    since: Path | None = None
    """The results of an earlier screening of the same dossiers, whose letters have gone out."""
    standing: Path | None = None
    """The ledger of recognised platforms (台账) that is asked about the applicants' past."""
    round: Round = NO_ROUND
    """What a person said of this round of applications (round.yaml)."""
    upon: Path | None = None
    """The results of the round before, whose papers are read with these."""
    round_file: Path | None = None
    """Where that was said; None: beside the inbox."""
    office: Office = NO_OFFICE
    """What the office wrote down of itself (office.yaml), for letters and summaries."""
    office_file: Path | None = None
    """Where that was said; None: beside the folder of results."""
    looked_at: frozenset[str] | None = None
    """The dossiers whose papers are looked at; None: all. Of others what lies there stands; those of which nothing
    does are left out: their papers may still be coming in.
    """
    cache: Path | None = None
    """The folder in which what was read is kept from run to run; None: nothing is."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The arrows of the way of a dossier; each is one function of the package whose work it is."""

    read: Read
    extract: Callable[[ReadDossier, date, Mapping[str, FormSpec], ClerkInput], Contents]
    load: Callable[[str], Rulebook]
    recognise: Callable[[Mapping[str, Iterable[object]], Iterable[str]], Recognition]
    judge: Callable[[Contents, Rulebook, str, date], Judged]
    waits: Waits | None = None
    """Which files are read last, and together, because reading one costs a program's start."""
    together: Together | None = None
    before: Before | None = None
    """None: nobody knows what was judged before."""


def our_steps() -> Steps:
    """The steps of the product."""
    return Steps(
        lambda data, path: from_kept.read(data, path, ocr_scope(path)),
        _extract,
        load,
        recognise,
        _judge,
        lambda data, path: from_kept.waits(data, path, ocr_scope(path)),
        lambda files: from_kept.together(files, ocr_scope),
    )


def _extract(dossier: ReadDossier, as_of: date, forms: Mapping[str, FormSpec], told: ClerkInput) -> Contents:
    return extracting.extract(dossier, as_of, forms, told)


def _judge(contents: Contents, rulebook: Rulebook, procedure: str, as_of: date) -> Judged:
    return judging.judge(contents, rulebook, procedure, as_of)


def screen(entry: InboxEntry, settings: Settings, steps: Steps | None = None) -> Screening:
    """Inbox → intake → read → recognise → tables → figures → findings → verdict."""
    return screened(entry, settings, steps)[0]


def screened(
    entry: InboxEntry, settings: Settings, steps: Steps | None = None, told: ClerkInput = NOTHING_TOLD
) -> tuple[Screening, list[Document]]:
    """The same, with the documents it rests on, for whoever shows their places. ``told``: what a clerk corrected."""
    step = steps or our_steps()
    documents, files = read_all(inbox.files(entry, settings.limits), step.read, step.waits, step.together)
    journal.begins(Step.DOSSIER)
    if not _opened(files):
        return unreadable(entry, settings, _why_closed(files), files), documents

    def judge_now() -> Screening:
        return _judged(entry, settings, step, (documents, files), told)

    judged = step.before(entry, files, told, judge_now) if step.before else judge_now()
    with while_speaking(judged.own):
        return with_own(judged, told.own), documents


def _judged(
    entry: InboxEntry,
    settings: Settings,
    step: Steps,
    read: tuple[Sequence[Document], Sequence[FileRecord]],
    told: ClerkInput,
) -> Screening:
    """What the rules say of these papers, with what a clerk corrected, without what he found himself."""
    documents, files = read
    given = None if settings.rulebook == AUTO else step.load(settings.rulebook)
    received, kind = settings.round.received.get(entry.id), settings.round.platform_type.get(entry.id, "")
    earlier = frozenset(record.path for record in files if record.earlier)
    dossier = ReadDossier(entry.id, documents, files, received, platform_type=kind, earlier=earlier)

    def read_as(book: Rulebook | None) -> Contents:
        with while_speaking(book.own if book else NO_WORDS):
            return step.extract(dossier, settings.as_of, book.forms if book else {}, told)

    contents = read_as(given)
    seen, rulebook = _rulebook(documents, contents, step, given)
    if rulebook is not None and rulebook is not given and (rulebook.own or rulebook.id not in available()):
        # Its own blanks, lists and papers are known only now.
        contents = read_as(rulebook)
    with while_speaking(rulebook.own if rulebook else NO_WORDS):
        return _held(entry, settings, step, contents, (seen, rulebook))


def _rulebook(
    documents: Sequence[Document], contents: Contents, step: Steps, given: Rulebook | None
) -> tuple[Recognition, Rulebook | None]:
    """The rulebook given, else that of the forms; of several editions the one in force on the day of reckoning."""
    spoken = [name for name, places in contents.programmes.items() for _ in places]
    seen = step.recognise(contents.form.titles, spoken)
    if given is not None:
        return seen, given
    own = of_bureau(lambda forms: _titles(documents, forms))
    if own is not None and own.rulebook:
        seen = own
    elif not seen.rulebook:
        seen = beyond(lambda forms: _titles(documents, forms)) or own or seen
    day = contents.reckoned.day if contents.reckoned else None
    return seen, step.load(in_force_on(seen.rulebook, day)) if seen.rulebook else None


def _titles(documents: Sequence[Document], forms: Mapping[str, FormSpec]) -> dict[str, tuple[Locator, ...]]:
    """Which of these forms' titles the papers bear."""
    found: dict[str, tuple[Locator, ...]] = {}
    for document in documents:
        for form, places in forms_read.titles_in(document, forms).items():
            found[form] = (*found.get(form, ()), *places)
    return found


def _held(
    entry: InboxEntry, settings: Settings, step: Steps, contents: Contents, found: tuple[Recognition, Rulebook | None]
) -> Screening:
    """What was read held against its rulebook."""
    seen, rulebook = found
    if rulebook is None or settings.procedure not in rulebook.procedures:
        return _unjudged(entry, settings, contents, rulebook, seen.why)
    day = contents.reckoned.day if contents.reckoned else settings.as_of
    judged = step.judge(contents, rulebook, settings.procedure, day)
    screening = _screening(entry, settings, contents, rulebook, judged)
    notes = (screening.note, _other_procedure(rulebook, settings, seen), coming(rulebook))
    return replace(screening, note=_joined(*notes))


def _other_procedure(rulebook: Rulebook, settings: Settings, seen: Recognition) -> str:
    """A remark where the dossier holds the form of another procedure of this rulebook only."""
    if seen.rulebook != rulebook.id or not seen.procedures or settings.procedure in seen.procedures:
        return ""
    titles = "、".join(rulebook.procedures[one].title for one in seen.procedures if one in rulebook.procedures)
    options = " ".join(seen.procedures)
    return f"卷宗中的表格属于“{titles}”。如确是该程序，请用 --procedure {options} 重新初审。"


def read_all(
    received: Iterable[Received], read: Read, waits: Waits | None = None, together: Together | None = None
) -> tuple[list[Document], list[FileRecord]]:
    """The documents that could be read, and what became of every file, both in the order people count."""
    documents: list[Document] = []
    records: list[FileRecord] = []
    for file, reader in _with_readers(received, read, waits, together):
        document, record = _read(file, reader)
        records.append(replace(record, earlier=True) if file.earlier else record)
        if document is not None and record.status is FileStatus.READ:
            documents.append(document)
    documents.sort(key=lambda document: file_names.in_order(document.path))
    return documents, sorted(records, key=lambda record: file_names.in_order(record.path))


def _with_readers(
    received: Iterable[Received], read: Read, waits: Waits | None, together: Together | None
) -> Iterator[tuple[Received, Read]]:
    """Each file with what reads it; those that are read together come last."""
    waiting: list[Received] = []
    for file in received:
        alone = journal.left_alone(Step.READ, file.path)
        if waits and file.data and not file.problem and not alone and waits(file.data, file.path):
            waiting.append(file)
        else:
            yield file, read
    journal.begins(Step.DOSSIER)
    shared = together([(file.data, file.path) for file in waiting]) if waiting and together else read
    yield from ((file, shared) for file in waiting)


def _read(file: Received, read: Read) -> tuple[Document | None, FileRecord]:
    if file.skipped:
        return None, FileRecord(file.path, "", "", 0, FileStatus.SKIPPED, note="系统或临时文件，不属于申报材料")
    sha256 = hashlib.sha256(file.data).hexdigest() if file.data else ""
    if file.problem:
        return None, _refused(file, sha256, file.problem)
    why = journal.begins(Step.READ, file.path)
    if why:
        mishaps.happened()
        return None, _refused(file, sha256, why)
    try:
        document = read(file.data, file.path)
    except UnreadableDocument as error:
        return None, _refused(file, sha256, f"{error.reason}。{error.ask}。")
    except Exception as error:  # noqa: BLE001  whatever a reader raises costs this file alone
        mishaps.happened()
        return None, _refused(file, sha256, f"程序处理该文件时出错（{type(error).__name__}），请人工核看。")
    return document, _recorded(document)


def _refused(file: Received, sha256: str, note: str) -> FileRecord:
    # Of a file whose bytes were never read nothing is known.
    kind = media_type(file.data, file.path) if file.data or not file.problem else ""
    return FileRecord(
        file.path, sha256, kind, 0, FileStatus.UNREADABLE, note=note, may_hold_anything=file.may_hold_anything
    )


def _own_words(document: Document, pictured: Sequence[Page]) -> list[str]:
    """What the reader says of the document and of its pages; a workbook's note already names the sheet of each."""
    notes = [page.note for page in document.pages if page not in pictured]
    return [document.note, *(note for note in notes if note not in document.note)]


def _recorded(document: Document) -> FileRecord:
    """The record of a document that opened: pages of pictures, outlines or lying text were not read."""
    pictured = [page for page in document.pages if page.is_picture]
    unread = [page for page in pictured if page.recognised == "no"]
    told = [page for page in pictured if page.recognised != "no"]
    legible = bool(told) or any(page not in unread and _has_words(page) for page in document.pages)
    # What kind of page was not read says why; the reader's own words on it would say it twice.
    remarks = [*_own_words(document, pictured), _on_unread(document.pages, unread, legible)]
    return FileRecord(
        document.path,
        document.sha256,
        document.media_type,
        len(document.pages),
        FileStatus.READ if legible else FileStatus.UNREADABLE,
        note="；".join(dict.fromkeys(remark.rstrip("。；") for remark in remarks if remark)),
        unread_pages=len(unread),
        unread=document.unread,
        ocr_pages=len(told),
    )


def _has_words(page: Page) -> bool:
    return any(
        block.text.strip() if isinstance(block, Paragraph) else any(cell.text.strip() for cell in block.cells)
        for block in page.blocks
    )


_WHY = {
    "scan": "扫描件或图片，本版本尚不能识别其中文字",
    "vector": "文字已转为图形，无法读取",
    "unreliable_text": "文字层不可靠（复制出来是乱码），未采用",
}

_BROKEN = {
    DAMAGED_PAGE: "页面已损坏，无法打开",
    **{note: note for note in (BROKEN_PICTURE, TOO_MUCH_DRAWN)},
}
"""A page's note → why it was not read, where that is not what kind of page it is."""


def _on_unread(pages: Sequence[Page], unread: Sequence[Page], legible: bool) -> str:
    if not unread:
        return "" if legible else f"没有可读的文字，请人工核看。{_ASK_TEXT}"
    why = "；".join(dict.fromkeys(_BROKEN.get(page.note) or _WHY[page.kind] for page in unread))
    if not legible:
        return f"{why}，请人工核看。{_ASK_TEXT}"
    listed = "、".join(str(page.number) for page in unread[:20]) + ("等" if len(unread) > 20 else "")
    return f"共 {len(pages)} 页，其中第 {listed} 页未能读取（{why}），请人工核看"


def _opened(files: Sequence[FileRecord]) -> bool:
    """Whether there is anything to judge: not an empty folder, nor one file that would not open.

    Of several files that would not open their names still tell something, so the dossier is judged.
    """
    handed_in = [file for file in files if file.status is not FileStatus.SKIPPED]
    return any(file.pages for file in handed_in) or len(handed_in) > 1


def _why_closed(files: Sequence[FileRecord]) -> str:
    handed_in = [file for file in files if file.status is not FileStatus.SKIPPED]
    return f"{handed_in[0].path}：{handed_in[0].note}" if handed_in else "卷宗内没有文件，请申请人补交材料。"


def unreadable(entry: InboxEntry, settings: Settings, why: str, files: Sequence[FileRecord] = ()) -> Screening:
    """The result of a dossier that could not be screened, with the reason."""
    return Screening(
        id=entry.id,
        path=file_names.legible(entry.path.name),
        rulebook="",
        procedure=settings.procedure,
        as_of=settings.as_of,
        contents=_nothing(entry.id, files),
        materials=(),
        findings=(),
        verdict=Verdict(VerdictStatus.UNREADABLE),
        note=_joined(entry.note, why),
    )


def _nothing(dossier: str, files: Sequence[FileRecord]) -> Contents:
    return Contents(
        id=dossier,
        applicant="",
        files=tuple(files),
        papers=(),
        form=FormSeen("", {}),
        application=application_frame([]),
        tables={},
        table_places={},
        figures=figures_frame([]),
    )


def _unjudged(
    entry: InboxEntry, settings: Settings, contents: Contents, rulebook: Rulebook | None, why: str
) -> Screening:
    """A dossier read in full, but without a regulation to hold it against: one finding, for a person."""
    if rulebook is None:
        rule, message = "rulebook.unrecognised", f"{why}。请核对后重新初审该卷宗。"
    else:
        rule = "rulebook.procedure"
        message = f"《{rulebook.title}》没有“{settings.procedure}”程序。请核对 --procedure 后重新初审该卷宗。"
    places = tuple(place for listed in contents.form.titles.values() for place in listed)
    finding = Finding(
        rule, Status.REVIEW, "", message, evidence=places, disposition=Disposition.VERIFY, reason=Reason.NOT_FOUND
    )
    verdict = Verdict(VerdictStatus.REVIEW, (rule,))
    return _screening(entry, settings, contents, rulebook, ((), (finding,), verdict))


def _screening(
    entry: InboxEntry, settings: Settings, contents: Contents, rulebook: Rulebook | None, judged: Judged
) -> Screening:
    materials, findings, verdict = judged
    return Screening(
        id=entry.id,
        path=file_names.legible(entry.path.name),
        rulebook=rulebook.id if rulebook else "",
        rulebook_title=rulebook.title if rulebook else "",
        unheld=rulebook.unheld if rulebook else "",
        own=rulebook.own if rulebook else NO_WORDS,
        programme=rulebook.programme if rulebook else "",
        procedure=settings.procedure,
        as_of=settings.as_of,
        contents=contents,
        materials=tuple(materials),
        findings=tuple(findings),
        verdict=verdict,
        note=entry.note,
        round=settings.round,
    )


def _joined(*notes: str) -> str:
    return " ".join(note for note in notes if note)
