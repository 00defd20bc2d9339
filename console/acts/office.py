"""What letters say of the office (office.yaml), read and written."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from django.conf import settings

from pipeline.results import files as result_files
from schemas import strict_yaml
from schemas.errors import UsageError

FIELDS = {
    "name": "机关名称",
    "sign": "发文代字",
    "contact": "联系人",
    "telephone": "联系电话",
    "address": "办公地址",
}


def known() -> dict[str, str]:
    """What is said of the office so far. UsageError where the file cannot be read."""
    path = settings.DATA.office
    if not path.is_file():
        return dict.fromkeys(FIELDS, "")
    try:
        read = strict_yaml.plain(path.read_bytes()) or {}
    except (strict_yaml.Unbounded, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{path.name} 无法读取：{error}。") from error
    told = read if isinstance(read, dict) else {}
    return {key: str(told.get(key) or "") for key in FIELDS}


def written(given: Mapping[str, str]) -> None:
    """This said of the office from now on; what else stands in the file stays."""
    path = settings.DATA.office
    read = strict_yaml.plain(path.read_bytes()) if path.is_file() else {}
    told = dict(read) if isinstance(read, dict) else {}
    told |= {key: given.get(key, "").strip() for key in FIELDS}
    text = yaml.safe_dump({key: value for key, value in told.items() if value}, allow_unicode=True, sort_keys=False)
    result_files.write(path, text.encode())
