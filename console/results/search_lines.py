"""What of a dossier can be found: its lines put into the full-text table, in place of those that stood there?

Chinese is cut into single characters, and what is looked for is the phrase of its characters: 张三 is found in 张三丰,
and in no text that has the two apart. Telephone numbers are kept as the hash of their digits only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from django.db import connection

from console.models import DossierWork, SearchEntry
from console.results.read_back import ReadBack
from pipeline import wording
from schemas.status import FileStatus, Status

_HAN = re.compile(r"([\u3400-\u9fff\uf900-\ufaff])")
_WORD = re.compile(r"\w+")
_PHONE = re.compile(r"(?<!\d)(?:\+?86[-\s]?)?(1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-－—\s]?\d{7,8})(?!\d)")
_PEOPLE = (("enterprises", "name", "服务企业"), ("staff", "name", "人员"))


def put(dossier: DossierWork, read: ReadBack) -> None:
    """What is said of the dossier now, in place of what was."""
    said = list(_said(read))
    old = list(SearchEntry.objects.filter(dossier=dossier).values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM console_search WHERE rowid = %s", [(one,) for one in old])
        SearchEntry.objects.filter(pk__in=old).delete()
        made = SearchEntry.objects.bulk_create(
            SearchEntry(dossier=dossier, kind=kind, rule=rule, text=_PHONE.sub("〔电话〕", text)[:1000])
            for kind, rule, text in said
        )
        words = [(one.pk, spaced(text)) for one, (_, _, text) in zip(made, said, strict=True)]
        cursor.executemany("INSERT INTO console_search(rowid, words) VALUES (%s, %s)", words)


def spaced(text: str) -> str:
    """The text as it is looked for: each Chinese character a word, each telephone number the hash of its digits."""
    hidden = _PHONE.sub(lambda match: f" {_hashed(match[1])} ", text)
    return " ".join(_WORD.findall(_HAN.sub(r" \1 ", hidden.lower())))


def _hashed(phone: str) -> str:
    return "tel" + hashlib.sha256(re.sub(r"\D", "", phone).encode()).hexdigest()[:16]


def _said(read: ReadBack) -> Iterator[tuple[str, str, str]]:
    screening = read.screening
    yield "卷宗", "", f"{screening.id} {screening.contents.applicant}"
    for finding in screening.findings:
        if finding.status not in (Status.PASS, Status.NOT_APPLICABLE):
            yield "提示", finding.rule, f"{wording.rule_title(finding.rule, screening)}：{finding.message}"
    for file in screening.contents.files:
        if file.status is not FileStatus.SKIPPED:
            yield "文件", "", file.path
    for table, column, kind in _PEOPLE:
        rows = read.raw["tables"].get(table, ())
        for name in dict.fromkeys(str(row.get(column) or "").strip() for row in rows):
            if name:
                yield kind, "", name
