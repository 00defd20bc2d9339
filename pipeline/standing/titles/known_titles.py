"""Which events come of a list of titles, and what must a person look at? Doubts are named, and kept with the title."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from extractors.read import read as read_file
from pipeline import file_names
from pipeline.hash_chain import NewEntry
from pipeline.rulebook.find import load, load_all
from pipeline.standing.ledger.events import Event, PlatformRef
from pipeline.standing.ledger.file import Ledger
from pipeline.standing.ledger.platforms import code_of
from pipeline.standing.titles.import_list import ListedTitle, ReadList, read_list
from schemas.days.periods import years_on
from schemas.errors import UnreadableDocument, UsageError
from schemas.names import enterprise_key
from schemas.rulebook import Rulebook
from schemas.uscc import credit_code, repairs


@dataclass(slots=True)
class Imported:
    """What an import comes to: the lines to write, doubts by row, rows that were not taken and why."""

    rulebook: Rulebook
    entries: list[NewEntry] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def listed(path: Path) -> tuple[ReadList, str, str]:
    """The list in the file, the file's SHA-256, and what its reader had to say."""
    try:
        data = file_names.reachable(path).read_bytes()
        document = read_file(data, path.name)
    except OSError as error:
        raise UsageError(f"无法读取 {path}。请检查路径。") from error
    except UnreadableDocument as error:
        raise UsageError(str(error)) from error
    read = read_list(document)
    if not read.titles:
        raise UsageError(f"{path.name} 中没有读到平台名单。名单应有“平台名称”或“运营单位名称”一栏。")
    return read, hashlib.sha256(data).hexdigest(), document.note


def rulebook_of(read: ReadList, given: str, ledger: Ledger) -> Rulebook:
    """The regulation that the titles are of: as given, as the headings name it, else the ledger's only one."""
    if given:
        return load(given)
    said = "".join("".join(read.headings).split())
    spoken = [book for book in load_all() if any("".join(title.split()) in said for title in book.titles)]
    used = dict.fromkeys(event.rulebook for event in ledger.events if event.rulebook)
    if len(spoken) == 1:
        return spoken[0]
    if not spoken and len(used) == 1:
        return load(next(iter(used)))
    known = "、".join(book.id for book in load_all())
    raise UsageError(f"名单的标题没有写明是哪一部办法认定的。请用 --rulebook 指明，如 {known}。")


def imported(read: ReadList, rulebook: Rulebook, ledger: Ledger, sha256: str) -> Imported:
    """The ``known`` events of the list, without those that the ledger has already."""
    made = Imported(rulebook, passed=list(read.passed))
    there = {_same(event) for event in ledger.events if event.kind in ("known", "recognised")}
    first: dict[tuple[str, str], str] = {}
    namesakes: dict[str, str] = {}
    for title in read.titles:
        code = code_of(title.code)
        key = code or enterprise_key(title.name)
        same = (key, title.day.iso or title.until.iso or title.number)
        if same in first:
            made.passed.append(f"{title.where}“{title.name}”与{first[same]}相同，只记一次")
            continue
        first[same] = title.where
        if (rulebook.id, key, title.number, title.day.iso) in there:
            made.passed.append(f"{title.where}“{title.name}”台账中已有同一认定，未重复写入")
            continue
        doubts = [*title.doubts, *_doubts(title, code, rulebook), *_namesake(title, code, namesakes)]
        made.doubts += [f"{title.where}“{title.name}”：{doubt}" for doubt in doubts]
        made.entries.append(NewEntry("known", _facts(title, code, rulebook, doubts, sha256)))
    return made


def _same(event: Event) -> tuple[str, str, str, str]:
    subject = event.subjects[0]
    key = code_of(subject.code) or enterprise_key(subject.name)
    return (event.rulebook, key, event.text("number"), event.text("day"))


def _facts(title: ListedTitle, code: str, rulebook: Rulebook, doubts: Sequence[str], sha256: str) -> dict[str, object]:
    day = title.day.day or title.since.day
    told = {
        "platform": PlatformRef(title.name, code, title.county).as_json(),
        "rulebook": rulebook.id,
        "number": title.number,
        "day": day.isoformat() if day else "",
        "from": title.since.iso if title.since.day else "",
        "until": title.until.iso if title.until.day else "",
        "type": title.kind,
        "functions": title.functions,
        "title": title.platform,
        "source": f"{title.where}（{sha256[:12]}）",
        "doubts": list(doubts),
    }
    return {key: fact for key, fact in told.items() if fact}


def _doubts(title: ListedTitle, code: str, rulebook: Rulebook) -> Iterator[str]:
    yield from _on_code(title.code, code)
    if not (title.day.day or title.since.day):
        yield "没有读到认定日期，不能计算期限，请补记"
    if not title.number:
        yield "没有文号"
    valid = rulebook.standing.valid if rulebook.standing else None
    since, until = title.since.day or title.day.day, title.until.day
    if valid and since and until:
        full = years_on(since, valid.years)
        if until not in (full, full - timedelta(days=1)):
            yield f"有效期 {since} 至 {until} 不是{valid.article}所定的 {valid.years} 年，按名单所载，请核对"
    if since and until and until < since:
        yield f"止日 {until} 早于起日 {since}"


def _on_code(said: str, code: str) -> Iterator[str]:
    if not said:
        yield "没有统一社会信用代码，以名称识别"
    elif not code:
        yield f"统一社会信用代码“{said}”不是 18 位，未采用"
    elif not credit_code(code).sound:
        mended = "、".join(repairs(code))
        yield f"统一社会信用代码 {code} 的校验位不符" + (f"，可能是 {mended}" if mended else "，请核对")


def _namesake(title: ListedTitle, code: str, seen: dict[str, str]) -> Iterator[str]:
    """One name with two codes in one list."""
    name = enterprise_key(title.name)
    if code and seen.get(name, code) != code:
        yield f"与代码 {seen[name]} 的平台同名，请核对是否同一单位"
    if code:
        seen.setdefault(name, code)
