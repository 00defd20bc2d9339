"""What does a mail, or a page saved in the form of one, hold (RFC 5322, 2045, 2557)?

Raises: nothing. A part that cannot be decoded is left out and counted.
"""

from __future__ import annotations

import email
import email.errors
import email.header
import email.message
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.read import media_type as media_types
from extractors.read.held import MOST, Body, HeldFile, MessageContent, named, numbered
from extractors.values.text import cleaned

_HEADS = (("Subject", "主题"), ("From", "发件人"), ("To", "收件人"), ("Date", "日期"))
_CHINESE = ("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936")
_DEEPEST = 8
_LONGEST_HEAD = 20_000
"""Signs of one line of the head; nobody writes so many, and decoding takes their square."""
_BARE_NAME = re.compile(r"(?:file)?name=\"?([^\";\r\n]+)")


@dataclass(slots=True)
class _Opened:
    """A message while its parts are walked."""

    bodies: list[Body] = field(default_factory=list)
    pictures: list[tuple[tuple[str, ...], str, bytes]] = field(default_factory=list)
    """Names by which a body may call it, the file's name, its bytes."""
    files: list[HeldFile] = field(default_factory=list)
    lost: int = 0


def opened(data: bytes) -> MessageContent:
    """The message in these bytes."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    found = _Opened()
    _walk(message, found, 0)
    text = "".join(body for _, body in found.bodies)
    shown: dict[str, bytes] = {}
    files = list(found.files)
    for names, name, content in found.pictures:
        called = [one for one in names if one and one in text]
        shown.update(dict.fromkeys((key for one in called for key in (one, f"cid:{one}")), content))
        files.extend([] if called else [named(content, name, "图片")])
    bodies = tuple(body for body in found.bodies if body[1].strip())
    return MessageContent(tuple(_head(message)), bodies, shown, tuple(numbered(files)), found.lost)


def _head(message: email.message.Message) -> Iterator[str]:
    """The lines of the head, with their titles; a browser that saves a page names itself as the sender."""
    for field_name, title in _HEADS:
        said = _header(_raw(message, field_name.lower()))
        if said and "<Saved by" not in said:
            yield f"{title}：{said}"


def _walk(part: email.message.Message, found: _Opened, depth: int) -> None:
    """Take in a part and those within it."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        found.files.extend(HeldFile("转发的邮件.eml", message.as_bytes()) for message in _within(part))
    elif part.is_multipart():
        parts = _best_alternative(_within(part)) if kind == "multipart/alternative" else _within(part)
        for each in parts:
            if depth < _DEEPEST and len(found.files) < MOST:
                _walk(each, found, depth + 1)
            else:
                found.lost += 1
    else:
        _leaf(part, kind, found)


def _within(part: email.message.Message) -> list[email.message.Message]:
    inner = part.get_payload()
    return [one for one in inner if isinstance(one, email.message.Message)] if isinstance(inner, list) else []


def _best_alternative(parts: list[email.message.Message]) -> list[email.message.Message]:
    """Of the forms of one body the last that is read, as the standard asks; attachments laid among them stay."""
    bodies = [one for one in parts if not _file_name(one) and one.get_content_type() in ("text/plain", "text/html")]
    return [one for one in parts if one not in bodies[:-1]]


def _leaf(part: email.message.Message, kind: str, found: _Opened) -> None:
    """Take in a part that holds no others: what the message says, a picture of it, or a file."""
    content = part.get_payload(decode=True)
    name = _file_name(part)
    if not isinstance(content, bytes) or (not content and not name):
        found.lost += bool(name)
        return
    attached = _is_attached(part, kind, name)
    if not attached and _is_body(part, kind, name):
        found.bodies.append(_body(part, kind, content))
    elif not attached and kind.startswith("image/"):
        found.pictures.append((_called(part), name, content))
    elif attached or name:
        found.files.append(named(content, name, f"附件{len(found.files) + 1}"))


def _is_attached(part: email.message.Message, kind: str, name: str) -> bool:
    return part.get_content_disposition() == "attachment" or (bool(name) and not kind.startswith(("text/", "image/")))


def _is_body(part: email.message.Message, kind: str, name: str) -> bool:
    """Whether this is what the message says; a saved page has a name and the place it was saved from."""
    return kind in ("text/plain", "text/html") and not (name and not part.get("Content-Location"))


def _body(part: email.message.Message, kind: str, content: bytes) -> Body:
    return "html" if kind == "text/html" else "plain", _text(part, content)


def _called(part: email.message.Message) -> tuple[str, str, str]:
    """What a page calls this picture by."""
    location = part.get("Content-Location") or ""
    return (part.get("Content-ID") or "").strip("<> "), location, location.rsplit("/", 1)[-1]


def _text(part: email.message.Message, content: bytes) -> str:
    charset = (part.get_content_charset() or "").lower()
    for encoding in ("gb18030" if charset in _CHINESE else charset,):
        try:
            return content.decode(encoding)
        except (LookupError, ValueError):
            break
    return media_types.decoded(content) or content.decode("gb18030", "replace")


def _file_name(part: email.message.Message) -> str:
    """The name of an attachment; one written in bare bytes, as many programs of ours do, is no standard but a name."""
    for field_name in ("content-disposition", "content-type"):
        bare = _BARE_NAME.search(_raw(part, field_name))
        if bare and not bare[1].isascii():
            return _header(bare[1])
    try:
        return _header(part.get_filename())
    except (ValueError, TypeError, LookupError):
        return ""


def _raw(part: email.message.Message, name: str) -> str:
    """A head as it stands in the file, bytes beyond ASCII as surrogates."""
    return next((str(value) for key, value in part.raw_items() if key.lower() == name), "")


def _header(raw: object) -> str:
    """A head's words: encoded words decoded, bytes beyond ASCII taken for Chinese."""
    if not raw:
        return ""
    try:
        parts = email.header.decode_header(str(raw)[:_LONGEST_HEAD])
    except (email.errors.HeaderParseError, ValueError):
        parts = [(str(raw)[:_LONGEST_HEAD], None)]
    words = [_word(word, charset) for word, charset in parts]
    return re.sub(r"\s+", " ", cleaned("".join(words))).strip()


def _word(raw: bytes | str, charset: str | None) -> str:
    """One piece of a head in its encoding, else in the one that fits."""
    content = raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else raw
    named = "" if isinstance(raw, str) else (charset or "").lower()
    encoding = "gb18030" if named in _CHINESE else named
    try:
        return content.decode(encoding) if encoding else _fitting(content)
    except (LookupError, ValueError):  # also a name of an encoding that is none: nulls, bytes beyond ASCII in it
        return content.decode("gb18030", "replace")


def _fitting(content: bytes) -> str:
    return media_types.decoded(content) or content.decode("gb18030", "replace")
