"""What letters say of the office (office.yaml), read and written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml
from django.conf import settings

from console.typed import whole
from pipeline.letters.letter import TITLES
from pipeline.reports import office_file
from pipeline.results import files as result_files
from schemas import strict_yaml
from schemas.errors import RulebookError, UsageError

FIELDS = {
    "name": "机关名称",
    "sign": "发文代字",
    "contact": "联系人",
    "telephone": "联系电话",
    "address": "办公地址",
}
"""What the first run asks for."""

MORE = {"how": "材料提交方式"}
DAYS = {"days": "补正期限", "answer_days": "陈述申辩期限"}
"""In working days."""

SIGNS = {f"sign-{kind}": title for kind, title in TITLES.items()}
"""A sign of its own for one kind of letter."""


def known() -> dict[str, str]:
    """What is said of the office so far. UsageError where the file cannot be read."""
    told = _read(settings.DATA.office)
    signs = told.get("signs")
    by_kind = {f"sign-{kind}": sign for kind, sign in signs.items()} if isinstance(signs, dict) else {}
    every = {**told, **by_kind}
    return {key: str(every.get(key) or "") for key in (*FIELDS, *MORE, *DAYS, *SIGNS)}


def written(given: Mapping[str, str]) -> None:
    """This said of the office from now on; what else stands in the file, and what is not given, stays.

    UsageError where a term is none; then nothing is written.
    """
    path = settings.DATA.office
    told = dict(_read(path))
    told |= {key: given[key].strip() for key in (*FIELDS, *MORE) if key in given}
    told |= {key: _days(title, given[key]) for key, title in DAYS.items() if key in given}
    if any(key in given for key in SIGNS):
        told["signs"] = {kind: sign for kind in TITLES if (sign := given.get(f"sign-{kind}", "").strip())}
    kept = {key: _whole(key, value) for key, value in told.items() if value}
    trial = path.with_name(f".{path.name}.new")
    result_files.write(trial, yaml.safe_dump(kept, allow_unicode=True, sort_keys=False).encode())
    try:
        office_file.read(trial)
    except RulebookError as error:
        trial.unlink()
        raise UsageError(f"{str(error).replace(trial.name, path.name)}。没有写入。") from error
    trial.replace(path)


def _read(path: Path) -> Mapping[str, object]:
    if not path.is_file():
        return {}
    try:
        read = strict_yaml.plain(path.read_bytes()) or {}
    except (strict_yaml.Unbounded, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{path.name} 无法读取：{error}。") from error
    return read if isinstance(read, dict) else {}


def _days(title: str, text: str) -> str:
    number = text.strip()
    if number and whole(number, 1, office_file.MOST_DAYS) is None:
        raise UsageError(f"{title}应为 1 至 {office_file.MOST_DAYS} 个工作日，或空着。")
    return number


def _whole(key: str, value: object) -> object:
    """A term as a number: it was read, or typed, as a word."""
    return int(value) if key in DAYS and isinstance(value, str) and value.isdecimal() else value
