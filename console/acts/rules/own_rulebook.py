"""The office's own rulebook: begun from a regulation's text or from its files, its questions answered, rehearsed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from console import events
from console.acts.enqueue import queued
from console.events import Actor
from console.models import Job, Person
from console.rulebooks import in_use, own
from console.rulebooks.own import OwnRulebook
from console.uploads import stored
from console.warm import drafting
from console.warm.drafting import DraftFiles, answered, as_it_stands
from console.warm.process import DRAFTING, NoAnswer
from pipeline import file_names
from pipeline.drafting.answers import PageAnswer
from pipeline.drafting.page import ReviewedDraft
from pipeline.results import private
from pipeline.rulebook.find import available, examples
from schemas.errors import RulebookError, UsageError

MOST_BYTES = 100 << 20
MOST_FILES = 20
_SECONDS = 300
_RULES = frozenset({".yaml", ".yml", ".txt"})


def begun(
    by: Actor, name: str, text: UploadedFile[bytes] | None, annexes: Sequence[UploadedFile[bytes]]
) -> OwnRulebook:
    """A draft from this text. UsageError where the id is taken, or the text cannot be read; then nothing stays."""
    if text is None:
        raise UsageError("请选择办法正文的文件。")
    one = _new(name)
    try:
        _stored(text, one.folder / own.SOURCE / own.TEXT)
        for annex in annexes[:MOST_FILES]:
            _stored(annex, one.folder / own.SOURCE)
        _with_articles(_asked(drafting.begun, _files(one)))
    except (UsageError, RulebookError):
        shutil.rmtree(one.folder, ignore_errors=True)
        raise
    events.noted(by, "起草办法", name=one.name, file=text.name)
    return one


def uploaded(by: Actor, name: str, files: Sequence[UploadedFile[bytes]]) -> OwnRulebook:
    """A rulebook whose files are there already. UsageError where the rulebook file itself is not among them."""
    strange = next((file.name for file in files if Path(file.name or "").suffix.lower() not in _RULES), "")
    if strange:
        raise UsageError(f"“{strange}”不是规则文件（YAML）或办法正文（TXT）。")
    own_name = f"{name.strip().lower()}.yaml"
    if own_name not in [file.name for file in files]:
        raise UsageError(f"所选文件中没有 {own_name}。规则文件的文件名应与名称相同。")
    one = _new(name)
    try:
        for file in files[:MOST_FILES]:
            _stored(file, one.folder)
    except UsageError:
        shutil.rmtree(one.folder, ignore_errors=True)
        raise
    events.noted(by, "上传办法", name=one.name, files=[file.name for file in files])
    return one


def draft(one: OwnRulebook) -> ReviewedDraft:
    """The draft as it stands. UsageError where it is none, or its text cannot be read."""
    return _asked(as_it_stands, _files(one))


def answer(by: Actor, one: OwnRulebook, given: PageAnswer) -> ReviewedDraft:
    """The draft with this question answered. UsageError where there is no such answer, or a person changed the file."""
    if not given.point or not given.chosen:
        raise UsageError("请选择一种答复。")
    shown = _asked(answered, _files(one), given)
    events.noted(by, "答复办法草案", name=one.name, point=given.point, choice=given.chosen)
    return shown


def _files(one: OwnRulebook) -> DraftFiles:
    if one.source is None:
        raise UsageError("这部办法不是由程序起草的，请直接修改规则文件。")
    return DraftFiles(one.source, one.annexes, one.folder, one.name)


def _with_articles(shown: ReviewedDraft) -> None:
    if not shown.articles:
        raise UsageError("没有从所给的文件中读出条文。请确认它是办法正文，另存为 DOCX 或 TXT 后再试。")


def _asked(step: Callable[..., ReviewedDraft], *given: object) -> ReviewedDraft:
    try:
        return DRAFTING.ask(step, *given, seconds=_SECONDS)
    except NoAnswer as error:
        raise UsageError(f"办法正文没有读完：{error}。请另存为 DOCX 或 TXT 后再试。") from error


def rehearsed(by: Actor, person: Person, one: OwnRulebook) -> Job:
    """The rehearsal asked for; where it is waiting or running already, that one."""
    asked = {"rulebook": one.name, "title": one.title or one.name}
    return queued(by, Job(kind="rehearse", asked=asked, by=person), "演练办法", name=one.name)


def taken_into_use(by: Actor, one: OwnRulebook) -> None:
    """Dossiers are recognised by it from now on, as it stands. UsageError where something must be done first."""
    in_use.take(settings.DATA.recognised, one)
    events.noted(by, "启用办法", name=one.name)


def put_out_of_use(by: Actor, one: OwnRulebook) -> None:
    """No dossier is recognised by it any more; a batch may still name it."""
    in_use.leave(settings.DATA.recognised, one)
    events.noted(by, "停用办法", name=one.name)


def _new(name: str) -> OwnRulebook:
    name = name.strip().lower()
    if not own.NAME.fullmatch(name):
        raise UsageError("名称由小写字母、数字和连字符组成，例如 my-city。")
    folder = settings.DATA.rulebooks / name
    if name in (*available(), *examples()) or folder.exists():
        raise UsageError(f"已有名为“{name}”的办法。请另取名称。")
    private.make_folder(folder)
    return OwnRulebook(name, folder)


def _stored(file: UploadedFile[bytes], folder: Path) -> None:
    if (file.size or 0) > MOST_BYTES:
        raise UsageError(f"“{file.name}”超过 {MOST_BYTES >> 20} MB。")
    target = folder / file_names.folder_name(file.name or "文件")
    if target.exists():
        raise UsageError(f"有两个名为“{file.name}”的文件。请改名后再选。")
    stored(file, target)
