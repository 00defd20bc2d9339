"""The office's own templates of letters: taken where they are fit, tried, given up for the one that comes with us."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from console import events
from console.events import Actor
from console.warm import templating
from console.warm.process import DRAFTING, NoAnswer
from pipeline.letters import letter_docx, own_template
from pipeline.letters.own_template import KINDS
from pipeline.results import files as result_files
from pipeline.results import private
from schemas.data_files import data_folder
from schemas.errors import UsageError

Result = TypeVar("Result")
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """The template of one kind of letter: whether it is the office's own, and what is wrong with it by now, if so."""

    kind: str
    title: str
    own: bool
    problems: tuple[str, ...] = ()


def every() -> list[KeptTemplate]:
    """One a kind."""
    return [_kept(kind) for kind in KINDS]


def current(kind: str) -> bytes:
    """The template that letters of this kind are written in; ours where the office has none."""
    own = _own(kind)
    return (own or data_folder() / letter_docx.TEMPLATES / letter_docx.template_of(kind)).read_bytes()


def trial(kind: str) -> bytes:
    """A specimen in it. UsageError where it cannot be filled in."""
    return _asked(templating.trial, kind, current(kind))


def uploaded(by: Actor, kind: str, file: UploadedFile[bytes] | None) -> None:
    """This file is the template from now on. UsageError where it is not fit; then the one before stays."""
    if file is None:
        raise UsageError("请选择模板文件（DOCX）。")
    if (file.size or 0) > own_template.MOST_BYTES:
        raise UsageError(f"文件超过 {own_template.MOST_BYTES >> 20} MB，请压缩其中的图片。")
    data = file.read()
    wrong = _asked(templating.problems, kind, data)
    if wrong:
        raise UsageError(" ".join(wrong))
    private.make_folder(settings.DATA.templates)
    result_files.write(settings.DATA.templates / letter_docx.template_of(kind), data)
    events.noted(by, "更换文书模板", kind=KINDS[kind], sha256=hashlib.sha256(data).hexdigest())


def given_up(by: Actor, kind: str) -> None:
    """Ours again."""
    own = _own(kind)
    if own is not None:
        own.unlink()
        events.noted(by, "恢复随程序的文书模板", kind=KINDS[kind])


def _kept(kind: str) -> KeptTemplate:
    own = _own(kind)
    if own is None:
        return KeptTemplate(kind, KINDS[kind], own=False)
    try:
        wrong = tuple(_asked(templating.problems, kind, own.read_bytes()))
    except UsageError as error:
        wrong = (str(error),)
    return KeptTemplate(kind, KINDS[kind], own=True, problems=wrong)


def _own(kind: str) -> Path | None:
    return own_template.place(settings.DATA.templates, letter_docx.template_of(kind))


def _asked(step: Callable[..., Result], *given: object) -> Result:
    try:
        return DRAFTING.ask(step, *given, seconds=_SECONDS)
    except NoAnswer as error:
        raise UsageError(f"模板无法检查（{error}）。") from error
