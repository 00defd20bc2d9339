"""Which dossiers lie in an inbox, and which files in a dossier?"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from extractors.read.contained import MOST as MOST_HELD
from extractors.read.contained import files_in
from pipeline import file_names
from pipeline.intake import links
from pipeline.intake.archive import LIMITS, TOO_MUCH, Archive, Limits, Member, Refused
from pipeline.intake.bounded import read_to
from pipeline.intake.open_archive import opened
from pipeline.workers import journal
from pipeline.workers.journal import Step
from schemas.errors import UsageError
from schemas.process import mishaps

_LINK = "是快捷方式或链接，未读取，请申请人提交文件本身"
_OUTSIDE = "压缩包内的文件名指向压缩包之外（含 .. 或绝对路径），为安全起见未读取，请人工核看"
_SPECIAL = "不是普通文件，未读取"
_LOCKED = "压缩包内的文件设有密码，请申请人提供未加密版本"
_DEEP = "压缩包嵌套层数过多，未继续打开，请申请人解压后提交"
_MANY_INSIDE = f"夹带在文件中的文件达到 {MOST_HELD} 个的上限，其余的（如有）未读取，请人工核看"
_DEEP_INSIDE = "夹带在文件中的文件，层层嵌套过多，未继续打开，请申请人另行提交"
_NOTHING = "压缩包内没有文件，请申请人重新提交"
_MANY = "文件数量超过允许的上限，其余文件未读取，请人工核看"
_NESTED = "文件夹嵌套层数过多，未继续打开，请申请人重新整理后提交"
_LARGE = "文件过大，未读取，请人工核看"
_CLOSED = "无法打开，可能没有读取权限或正被其他程序占用，请检查后重新运行"


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """One dossier as it lies in the inbox: a folder, an archive or one document."""

    id: str
    path: Path
    note: str = ""
    earlier: tuple[Path, ...] = ()
    """Where its papers of earlier rounds lie, the first round first."""


@dataclass(frozen=True, slots=True)
class Received:
    """One file of a dossier: its bytes, or in Chinese why there are none (``problem``)."""

    path: str
    data: bytes = b""
    problem: str = ""
    skipped: bool = False
    earlier: bool = False
    """It came in an earlier round."""
    may_hold_anything: bool = False
    """An archive that does not open, or a member that a password locks away."""


@dataclass(slots=True)
class _Allowance:
    """What the dossier may still hold."""

    limits: Limits
    files: int = 0
    bytes: int = 0
    paths: Counter[str] = field(default_factory=Counter)

    def one_more(self) -> None:
        why = self.counted()
        if why:
            raise Refused(why)

    def counted(self) -> str:
        """Count one more file; why it is one too many, empty where it is not."""
        self.files += 1
        return _MANY if self.files > self.limits.files else ""

    def left(self) -> int:
        return max(0, min(self.limits.file_bytes, self.limits.total_bytes - self.bytes))

    def unique(self, path: str) -> str:
        """The path; where an archive holds it twice, numbered."""
        self.paths[path] += 1
        if self.paths[path] == 1:
            return path
        whole = PurePosixPath(path)
        return str(whole.with_name(f"{whole.stem} ({self.paths[path]}){whole.suffix}"))


def entries(inbox: Path, out: Path | None = None) -> list[InboxEntry]:
    """The dossiers of the inbox, in the order people count them; ``out``, where it lies within, is none."""
    if not inbox.is_dir():
        what = "不是文件夹" if inbox.exists() else "不存在"
        raise UsageError(f"收件夹 {inbox} {what}。请给出存放各卷宗的文件夹。")
    try:
        children = [child for child in inbox.iterdir() if not file_names.skipped(child.name) and not _is(child, out)]
    except OSError as error:
        raise UsageError(f"收件夹 {inbox} 无法打开，可能没有读取权限。请检查后重新运行。") from error
    children.sort(key=lambda child: (file_names.in_order(file_names.legible(child.name)), child.name))
    plain = [_plain_id(child) for child in children]
    shared = {name for name, count in Counter(plain).items() if count > 1}
    return [_entry(child, name, shared) for child, name in zip(children, plain, strict=True)]


def _is(child: Path, out: Path | None) -> bool:
    """Whether the child is the folder of results itself; a link to it is a dossier that cannot be read."""
    if out is None or links.is_link(child):
        return False
    try:
        return child.samefile(out)
    except OSError:
        return False


def _plain_id(child: Path) -> str:
    name = file_names.legible(child.name)
    return name if child.is_dir() else file_names.stem(name)


def _entry(child: Path, name: str, shared: set[str]) -> InboxEntry:
    """Of several children that would share an id, a folder keeps it; files go by their whole name."""
    if name not in shared:
        return InboxEntry(name, child)
    whole = file_names.legible(child.name)
    return InboxEntry(whole, child, f"收件夹中有多个名为“{name}”的文件夹或文件，本卷宗编号为“{whole}”。")


def files(entry: InboxEntry, limits: Limits = LIMITS) -> Iterator[Received]:
    """Every file of the dossier, one at a time, archives opened; paths as the contract's locators write them.

    Those of earlier rounds come first, except where a later round has a file of the same name, or the same file.
    """
    if not entry.earlier:
        yield from _received(entry, limits)
        return
    rounds = [replace(entry, path=path) for path in (*entry.earlier, entry.path)]
    names = [_names(one, limits) for one in rounds]
    for at, one in enumerate(rounds):
        later = set().union(*names[at + 1 :])
        for file in _received(one, limits):
            if file.path not in later and _sha256(file) not in later:
                yield replace(file, earlier=at < len(rounds) - 1)


def _names(entry: InboxEntry, limits: Limits) -> set[str]:
    """The paths of what came in one round, and the SHA-256 of each file."""
    return {name for file in _received(entry, limits) if not file.skipped for name in (file.path, _sha256(file))}


def _sha256(file: Received) -> str:
    return hashlib.sha256(file.data).hexdigest() if file.data else file.path


def _received(entry: InboxEntry, limits: Limits) -> Iterator[Received]:
    """Every file that lies in one place."""
    allowance = _Allowance(limits)
    path = file_names.reachable(entry.path)
    try:
        if links.is_link(path):
            yield Received(file_names.legible(entry.path.name), problem=_LINK)
        elif path.is_dir():
            yield from _folder(path, "", allowance)
        else:
            yield from _on_disk(path, file_names.legible(entry.path.name), allowance, is_dossier=True)
    except Refused as refused:
        yield Received(file_names.legible(entry.path.name), problem=str(refused))


def _folder(folder: Path, prefix: str, allowance: _Allowance) -> Iterator[Received]:
    if prefix.count("/") > allowance.limits.folders:
        yield Received(prefix.rstrip("/"), problem=_NESTED)
        return
    try:
        children = sorted(folder.iterdir(), key=lambda child: (file_names.in_order(child.name), child.name))
    except OSError:
        yield Received(prefix.rstrip("/") or folder.name, problem=f"文件夹{_CLOSED}")
        return
    for child in children:
        path = prefix + file_names.legible(child.name)
        if file_names.skipped(child.name):
            yield Received(path, skipped=True)
        elif links.is_link(child):
            allowance.one_more()
            yield Received(path, problem=_LINK)
        elif child.is_dir():
            yield from _folder(child, f"{path}/", allowance)
        else:
            yield from _on_disk(child, path, allowance)


def _on_disk(file: Path, path: str, allowance: _Allowance, *, is_dossier: bool = False) -> Iterator[Received]:
    allowance.one_more()
    try:
        data = _bytes(file, allowance.left())
    except Refused as refused:
        yield Received(path, problem=str(refused))
        return
    except MemoryError:
        mishaps.short_of_memory()
        yield Received(path, problem=_LARGE)
        return
    except OSError:
        yield Received(path, problem=_LINK if links.is_link(file) else _CLOSED)
        return
    yield from _file(data, path, allowance, 0, prefix="" if is_dossier else f"{path}/")


def _bytes(file: Path, most: int) -> bytes:
    """The bytes of a plain file. What became a link, a pipe or a device since it was listed is not opened as one."""
    safely = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not stat.S_ISREG(file.lstat().st_mode):
        raise Refused(_SPECIAL)
    with os.fdopen(os.open(file, os.O_RDONLY | safely), "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise Refused(_SPECIAL)
        if status.st_size > most:
            raise Refused(_LARGE)
        data = read_to(stream, most)
    if len(data) > most:
        raise Refused(_LARGE)
    return data


def _file(data: bytes, path: str, allowance: _Allowance, depth: int, prefix: str) -> Iterator[Received]:
    """The file itself or, of an archive, what is in it; ``prefix`` goes before the members' names."""
    allowance.bytes += len(data)
    try:
        found = _archive(data, path, allowance, depth)
    except Refused as refused:
        yield Received(path, data, problem=str(refused), may_hold_anything=True)
        return
    if found is None:
        yield Received(path, data)
        yield from _held_inside(data, path, allowance, depth)
        return
    archive, members = found
    yield from _members(archive, members, prefix, allowance, depth)


def _archive(data: bytes, path: str, allowance: _Allowance, depth: int) -> tuple[Archive, list[Member]] | None:
    """The archive in these bytes with its entries; None where they are none.

    Raises Refused where it does not open, lies too deep, holds nothing, or ended a process before.
    """
    why = journal.begins(Step.OPENED, path)
    if why:
        raise Refused(why)
    archive = opened(data, path, allowance.left())
    if archive is None:
        return None
    if depth >= allowance.limits.depth:
        raise Refused(_DEEP)
    members = archive.members()
    if all(member.kind == "folder" for member in members):
        raise Refused(_NOTHING)
    return archive, members


def _held_inside(data: bytes, path: str, allowance: _Allowance, depth: int) -> Iterator[Received]:
    """The files that hang on a message or are laid into an Office file, as files of a folder of its name."""
    try:
        held = files_in(data, path)
    except Exception:  # noqa: BLE001  what is laid into a file costs no other: its reader says that it was not read
        return
    for inner in held:
        inside = allowance.unique(f"{path}/{inner.name}")
        why = _DEEP_INSIDE if depth >= allowance.limits.depth else allowance.counted()
        if why:
            yield Received(inside, problem=why, may_hold_anything=True)
            return
        if inner.too_large or len(inner.data) > allowance.left():
            yield Received(inside, problem=TOO_MUCH, may_hold_anything=True)
        else:
            yield from _file(inner.data, inside, allowance, depth + 1, prefix=f"{inside}/")
    if len(held) >= MOST_HELD:
        yield Received(allowance.unique(f"{path}/其余夹带文件"), problem=_MANY_INSIDE, may_hold_anything=True)


def _members(
    archive: Archive, members: list[Member], prefix: str, allowance: _Allowance, depth: int
) -> Iterator[Received]:
    root = "" if prefix else _lone_root(members)
    aside: set[str] = set()
    for member in members:
        if member.kind == "folder":
            continue
        hidden = _skipped_part(member.name)
        if hidden:
            if hidden not in aside:
                aside.add(hidden)
                yield Received(prefix + hidden.removeprefix(root), skipped=True)
            continue
        allowance.one_more()
        path = allowance.unique(prefix + _inside(member.name).removeprefix(root))
        yield from _member(archive, member, path, allowance, depth)


def _member(archive: Archive, member: Member, path: str, allowance: _Allowance, depth: int) -> Iterator[Received]:
    problem = _objection(member, allowance)
    data = b""
    if not problem:
        try:
            data = archive.read(member, allowance.left())
        except Refused as refused:
            problem = str(refused)
    if problem:
        yield Received(path, problem=problem, may_hold_anything=problem == _LOCKED)
    else:
        yield from _file(data, path, allowance, depth + 1, prefix=f"{path}/")


def _objection(member: Member, allowance: _Allowance) -> str:
    """Why this member is not even opened; empty where nothing speaks against it."""
    limits = allowance.limits
    if member.kind == "link":
        return _LINK
    if member.kind == "other":
        return _SPECIAL
    if _leads_outside(member.name):
        return _OUTSIDE
    if member.locked:
        return _LOCKED
    packed_too_well = member.packed is not None and member.size > limits.ratio * max(1, member.packed)
    if member.size > allowance.left() or (member.size > limits.ratio_from and packed_too_well):
        return TOO_MUCH
    return ""


def _leads_outside(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or name[1:2] == ":"


def _inside(name: str) -> str:
    """The name as a path inside the archive, whatever it pretends."""
    parts = [part for part in name.replace(":", "_").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "_"


def _skipped_part(name: str) -> str:
    """The topmost file or folder of the name that is passed over; empty where there is none."""
    parts = _inside(name).split("/") if not _leads_outside(name) else []
    return next(("/".join(parts[: at + 1]) for at, part in enumerate(parts) if file_names.skipped(part)), "")


def _lone_root(members: list[Member]) -> str:
    """The folder that holds everything in the archive, with its slash; empty where there is none.

    The folder that a packing program wraps around the files says nothing that the dossier's id does not.
    """
    paths = [_inside(member.name) for member in members if member.kind != "folder" and not _skipped_part(member.name)]
    roots = {path.split("/", 1)[0] if "/" in path else "" for path in paths}
    only = roots.pop() if len(roots) == 1 else ""
    return f"{only}/" if only else ""


def default_out(inbox: Path) -> Path:
    """Where results lie unless told otherwise: ``screening-<INBOX name>`` beside the inbox."""
    whole = Path(os.path.abspath(inbox))  # noqa: PTH100  the name as the user sees it, links not followed
    return whole.parent / f"screening-{whole.name}"
