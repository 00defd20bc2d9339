"""What does a message of Outlook (.msg) hold?

Raises: nothing. What a message within the message says is an attachment of its own.
Source: [MS-OXMSG] 2 (structures); [MS-OXPROPS] for the properties.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.read import media_type as media_types
from extractors.read import ole
from extractors.read.held import Body, HeldFile, MessageContent, named, numbered

_SUBJECT, _SENDER, _TO = "0037", "0C1A", "0E04"
_BODY, _HTML = "1000", "1013"
_DATA, _LONG_NAME, _SHORT_NAME = "3701", "3707", "3704"
_UNICODE, _NARROW, _BINARY, _STORAGE = "001F", "001E", "0102", "000D"
_ATTACHMENT = "__attach_version1.0_#"
_DEEPEST = 4


def opened(data: bytes) -> MessageContent:
    """The message in these bytes; an empty one where its streams cannot be read."""
    try:
        compound = ole.Compound(data)
        heads = (("主题", _SUBJECT), ("发件人", _SENDER), ("收件人", _TO))
        head = tuple(f"{title}：{said}" for title, tag in heads if (said := _string(compound, "", tag)))
        return MessageContent(head, tuple(_bodies(compound, "")), files=tuple(numbered(_files(compound, "", 0))))
    except ole.Damaged:
        return MessageContent()


def _bodies(compound: ole.Compound, folder: str) -> Iterator[Body]:
    page = compound.read(f"{folder}__substg1.0_{_HTML}{_BINARY}")
    text = (media_types.decoded(page) or "") if page else _string(compound, folder, _HTML)
    if text.strip():
        yield "html", text
        return
    text = _string(compound, folder, _BODY)
    if text.strip():
        yield "plain", text


def _files(compound: ole.Compound, folder: str, depth: int) -> Iterator[HeldFile]:
    for number, storage in enumerate(_storages(compound, folder), 1):
        name = _string(compound, storage, _LONG_NAME) or _string(compound, storage, _SHORT_NAME)
        content = compound.read(f"{storage}__substg1.0_{_DATA}{_BINARY}")
        if content:
            yield named(content, name, f"附件{number}")
            continue
        inner = f"{storage}__substg1.0_{_DATA}{_STORAGE}/"
        if depth < _DEEPEST:
            for kind, text in _bodies(compound, inner):
                suffix = "html" if kind == "html" else "txt"
                yield HeldFile(f"附带邮件{number}.{suffix}", text.encode("utf-8"))
            yield from _files(compound, inner, depth + 1)


def _storages(compound: ole.Compound, folder: str) -> list[str]:
    whole = [path for path in compound.streams if path.startswith(folder + _ATTACHMENT)]
    return sorted({path[: path.index("/", len(folder)) + 1] for path in whole if "/" in path[len(folder) :]})


def _string(compound: ole.Compound, folder: str, tag: str) -> str:
    wide = compound.read(f"{folder}__substg1.0_{tag}{_UNICODE}")
    if wide:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    narrow = compound.read(f"{folder}__substg1.0_{tag}{_NARROW}")
    return (media_types.decoded(narrow.rstrip(b"\0")) or "") if narrow else ""
