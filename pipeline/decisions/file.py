"""What stands in decisions.yaml: decisions about findings, corrected values, and which paper is which?

The file lies in the folder of the results, beside batch.json; no run ever writes or removes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

from pipeline import file_names
from pipeline.results import files as result_files
from schemas import strict_yaml
from schemas.clerk_input import ClerkInput, Correction, Naming, OwnFinding
from schemas.decisions import Choice, Decision
from schemas.errors import UsageError
from schemas.locator import Box
from schemas.status import Disposition

FILE = "decisions.yaml"
_HEAD = """\
# 经办人的核定。decisions：对提示的认可、改判、豁免；corrections：更正读错的值；papers：指明某些页是哪种材料；
# own：经办人另外提出的事项。
# 可用 dossier decide 写入，也可直接编辑（再用命令写入时，自己加的注释不保留）。
# 重新初审到同一结果文件夹时采用，不会被覆盖。
"""
_WHO = ("name", "date", "reason")
_LISTS = ("decisions", "corrections", "papers", "own")
_OWN = ("number", "text", "disposition", "article", "file", "page", "name", "date")
_EDGE = re.compile(r"\s{0,9}\d{1,6}(?:\.\d{1,4})?\s{0,9}")
_LIKE = "请对照 dossier decide 写出的样子修改。"
OWN_DISPOSITIONS = (str(Disposition.SUPPLEMENT), str(Disposition.INELIGIBLE), str(Disposition.VERIFY))
"""What becomes of a clerk's own finding: asked of the applicant, counted as falling short, to be looked into."""

Shape = TypeVar("Shape")


def _grouped(things: Iterable[Shape], whose: Callable[[Shape], str]) -> dict[str, tuple[Shape, ...]]:
    found: dict[str, list[Shape]] = {}
    for thing in things:
        found.setdefault(whose(thing), []).append(thing)
    return {dossier: tuple(listed) for dossier, listed in found.items()}


@dataclass(frozen=True, slots=True)
class Decided:
    """Everything that clerks have decided about a batch; corrections and namings with their dossier."""

    decisions: tuple[Decision, ...] = ()
    corrections: tuple[tuple[str, Correction], ...] = ()
    namings: tuple[tuple[str, Naming], ...] = ()
    own: tuple[tuple[str, OwnFinding], ...] = ()

    def of(self, dossier: str) -> Decided:
        """All that was decided about one dossier."""
        return Decided(
            tuple(decision for decision in self.decisions if decision.dossier == dossier),
            tuple(correction for correction in self.corrections if correction[0] == dossier),
            tuple(naming for naming in self.namings if naming[0] == dossier),
            tuple(own for own in self.own if own[0] == dossier),
        )

    def each(self) -> dict[str, Decided]:
        """Dossier → all that was decided about it, of those about which anything was."""
        decisions = _grouped(self.decisions, lambda decision: decision.dossier)
        corrections = _grouped(self.corrections, lambda pair: pair[0])
        namings, own = _grouped(self.namings, lambda pair: pair[0]), _grouped(self.own, lambda pair: pair[0])
        return {
            dossier: Decided(
                decisions.get(dossier, ()),
                corrections.get(dossier, ()),
                namings.get(dossier, ()),
                own.get(dossier, ()),
            )
            for dossier in dict.fromkeys((*decisions, *corrections, *namings, *own))
        }

    def about(self, dossier: str, what: str) -> Decided:
        """All that was decided about one finding, value or file of a dossier."""
        return Decided(
            tuple(decision for decision in self.decisions if (decision.dossier, decision.rule) == (dossier, what)),
            tuple(told for told in self.corrections if (told[0], told[1].what) == (dossier, what)),
            tuple(told for told in self.namings if (told[0], told[1].file) == (dossier, what)),
            tuple(told for told in self.own if (told[0], told[1].rule) == (dossier, what)),
        )

    def without(self, gone: Decided) -> Decided:
        """All but these."""
        return Decided(
            tuple(one for one in self.decisions if one not in gone.decisions),
            tuple(one for one in self.corrections if one not in gone.corrections),
            tuple(one for one in self.namings if one not in gone.namings),
            tuple(one for one in self.own if one not in gone.own),
        )

    def plus(self, more: Decided) -> Decided:
        """These besides, behind what there is."""
        return Decided(
            (*self.decisions, *more.decisions),
            (*self.corrections, *more.corrections),
            (*self.namings, *more.namings),
            (*self.own, *more.own),
        )

    def __len__(self) -> int:
        return len(self.decisions) + len(self.corrections) + len(self.namings) + len(self.own)

    def told(self, dossier: str) -> ClerkInput:
        """What was said of one dossier's contents; of one value said twice, the last counts."""
        values = {correction.what: correction for whose, correction in self.corrections if whose == dossier}
        papers = {(naming.file, naming.pages): naming for whose, naming in self.namings if whose == dossier}
        found = {own.number: own for whose, own in self.own if whose == dossier}
        return ClerkInput(tuple(values.values()), tuple(papers.values()), tuple(found.values()))


def load(out: Path) -> Decided:
    """What was decided about these results. UsageError names what is wrong in the file."""
    path = file_names.reachable(out / FILE)
    if not path.is_file():
        return Decided()
    try:
        read = strict_yaml.plain(path.read_bytes())
    except strict_yaml.Unbounded as error:
        raise UsageError(f"{path}：{error}。{_LIKE}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{path} 无法读取：{type(error).__name__}。请检查该文件的格式，或改名后重新运行。") from error
    return from_record(read or {}, path)


def from_record(listed: object, path: Path) -> Decided:
    """What such lists say. UsageError names what is wrong, and in which file."""
    if not isinstance(listed, dict) or set(listed) - set(_LISTS):
        raise UsageError(f"{path} 中应有 {'、'.join(_LISTS)} 列表。{_LIKE}")
    return Decided(
        _listed(listed, "decisions", path, _decision),
        _listed(listed, "corrections", path, _correction),
        _listed(listed, "papers", path, _naming),
        _listed(listed, "own", path, _own),
    )


def save(out: Path, decided: Decided) -> None:
    """Write the file anew, all of it or nothing."""
    result_files.write(out / FILE, as_yaml(decided))


def as_yaml(decided: Decided) -> bytes:
    """The file's bytes."""
    body = yaml.safe_dump(as_record(decided), allow_unicode=True, sort_keys=False, width=1000)
    return (_HEAD + body).encode("utf-8", "replace")


def as_record(decided: Decided) -> dict[str, list[dict[str, str]]]:
    """The lists of the file; whatever is empty is left out."""
    lists = {
        "decisions": [
            _entry(decision.dossier, decision, ("rule", "decision", "second")) for decision in decided.decisions
        ],
        "corrections": [
            _entry(whose, correction, ("what", "value", "file", "page")) for whose, correction in decided.corrections
        ],
        "papers": [_entry(whose, naming, ("file", "pages", "kind")) for whose, naming in decided.namings],
        "own": [
            {"dossier": whose, **{key: text for key in _OWN if (text := _text(getattr(own, key)))}} | _box_of(own)
            for whose, own in decided.own
        ],
    }
    return {key: entries for key, entries in lists.items() if entries}


def _entry(dossier: str, decided: Decision | Correction | Naming, keys: Iterable[str]) -> dict[str, str]:
    shown = {key: _text(getattr(decided, key)) for key in (*keys, *_WHO)} | {"evidence": decided.fingerprint}
    written = {key: text for key, text in shown.items() if text or key in ("value", "evidence")}
    return {"dossier": dossier, **written}


def _box_of(own: OwnFinding) -> dict[str, str]:
    return {"box": ",".join(f"{edge:g}" for edge in own.box)} if own.box else {}


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return f"{value[0]}-{value[1]}"
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _listed(
    record: Mapping[str, Any], key: str, path: Path, parse: Callable[[dict[str, str], str], Shape]
) -> tuple[Shape, ...]:
    listed = record.get(key) or []
    if not isinstance(listed, list):
        raise UsageError(f"{path} 中的 {key} 应是列表。{_LIKE}")
    return tuple(_parsed(entry, f"{path} 的 {key} 第 {number} 条", parse) for number, entry in enumerate(listed, 1))


def _parsed(entry: object, where: str, parse: Callable[[dict[str, str], str], Shape]) -> Shape:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise UsageError(f"{where}不是一项核定。{_LIKE}")
    return parse(entry, where)


def _need(entry: Mapping[str, str], where: str, *keys: str) -> None:
    lacking = [key for key in ("dossier", *keys, *_WHO) if not entry.get(key, "").strip()]
    if lacking:
        raise UsageError(f"{where}缺少 {'、'.join(lacking)}。核定须写明卷宗、对象、结论、姓名、日期和理由。")


def _day(entry: Mapping[str, str], where: str) -> date:
    try:
        return date.fromisoformat(entry["date"])
    except ValueError as error:
        raise UsageError(f"{where}的 date 应如 2026-03-15。") from error


def _decision(entry: dict[str, str], where: str) -> Decision:
    _need(entry, where, "rule", "decision")
    if entry["decision"] not in set(Choice):
        raise UsageError(f"{where}的 decision 应为 {'、'.join(Choice)}。")
    day, choice = _day(entry, where), Choice(entry["decision"])
    rest = (entry["reason"], entry.get("evidence", ""), entry.get("second", ""))
    return Decision(entry["dossier"], entry["rule"], choice, entry["name"], day, *rest)


def _correction(entry: dict[str, str], where: str) -> tuple[str, Correction]:
    _need(entry, where, "what")
    if "value" not in entry:
        raise UsageError(f"{where}缺少 value（更正为什么；原件为空白的写 ''）。")
    first = pages(entry.get("page", ""), where)
    texts = {key: entry.get(key, "") for key in ("what", "value", "name", "reason", "file")}
    return entry["dossier"], Correction(
        date=_day(entry, where), page=first[0] if first else None, fingerprint=entry.get("evidence", ""), **texts
    )


def _naming(entry: dict[str, str], where: str) -> tuple[str, Naming]:
    _need(entry, where, "file", "kind")
    texts = {key: entry.get(key, "") for key in ("file", "kind", "name", "reason")}
    return entry["dossier"], Naming(
        date=_day(entry, where),
        pages=pages(entry.get("pages", ""), where),
        fingerprint=entry.get("evidence", ""),
        **texts,
    )


def _own(entry: dict[str, str], where: str) -> tuple[str, OwnFinding]:
    _need(entry | {"reason": "-"}, where, "number", "text", "disposition")
    number, first = entry["number"], pages(entry.get("page", ""), where)
    if not re.fullmatch("[1-9][0-9]{0,5}", number):
        raise UsageError(f"{where}的 number 应如 1。")
    if entry["disposition"] not in OWN_DISPOSITIONS:
        raise UsageError(f"{where}的 disposition 应为 {'、'.join(OWN_DISPOSITIONS)}。")
    texts = {key: entry.get(key, "") for key in ("text", "name", "article", "file")}
    disposition, page = Disposition(entry["disposition"]), first[0] if first else None
    return entry["dossier"], OwnFinding(
        number=int(number),
        disposition=disposition,
        date=_day(entry, where),
        page=page,
        box=box(entry.get("box", ""), where),
        **texts,
    )


def box(text: str, where: str) -> Box | None:
    """Left, top, right and bottom of ``72,100.5,300,130``; None where nothing is written."""
    if not text.strip():
        return None
    edges = text.replace("，", ",").split(",")
    if len(edges) == len(("left", "top", "right", "bottom")) and all(_EDGE.fullmatch(edge.strip()) for edge in edges):
        left, top, right, bottom = (round(float(edge), 1) for edge in edges)
        if left < right and top < bottom:
            return left, top, right, bottom
    raise UsageError(f"{where}的方框“{text[:60]}”应为左、上、右、下四个数，如 72,100.5,300,130。")


def pages(text: str, where: str) -> tuple[int, int] | None:
    """First and last of ``2-4`` or ``3``; None where nothing is written."""
    if not text.strip():
        return None
    match = re.fullmatch(r"\s{0,9}(\d{1,6})\s{0,9}(?:[-—～~至]\s{0,9}(\d{1,6})\s{0,9})?", text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise UsageError(f"{where}的页码“{text}”应如 3 或 2-4。")
    return first, last
