"""Read old and foreign files (.doc .wps .rtf .odt .xlsb): LibreOffice makes them DOCX or XLSX, our readers read those.

In:     one file, or all those of a dossier at once: starting LibreOffice costs more than its work.
Out:    what those readers see, under the path and the SHA-256 of the original.
Raises: UnreadableDocument for a locked or damaged file, and where LibreOffice is missing or gives up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.kept import store
from extractors.layout.page_kind import is_gibberish
from extractors.read import media_type as media_types
from extractors.read import ole
from extractors.read.converted import libreoffice
from extractors.read.ocr.scope import OcrScope, ScopeOf
from extractors.read.refusals import refusal
from extractors.read.sheets import xlsx
from extractors.read.word import reader as word_reader
from schemas.document import Document, Paragraph
from schemas.errors import UnreadableDocument
from schemas.process import mishaps

_AS_NEW = "请申请人用 Office 或 WPS 另存为 DOCX 或 XLSX 后重新提交"
_CONVERSIONS = "conversions"
# Accented letters are rare in these papers; misread bytes are full of them.
_MOST_WESTERN = 0.1

Results = dict[str, Document | UnreadableDocument]
"""SHA-256 → the document, or why there is none."""


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """One document."""
    return taken(together([(data, path)], None if scope is None else lambda _path: scope), path, sha256)


def taken(results: Results, path: str, sha256: str) -> Document:
    """The document of this hash under this path; raises what there is instead of it."""
    result = results[sha256]
    if isinstance(result, UnreadableDocument):
        raise UnreadableDocument(path, result.reason, result.ask)
    return replace(result, path=path)


def together(files: Sequence[tuple[bytes, str]], scope_of: ScopeOf | None = None) -> Results:
    """What becomes of each file that waits, all converted in one call; a file that comes twice is read once."""
    results: Results = {}
    sources: dict[str, tuple[str, libreoffice.Source]] = {}
    for data, path in files:
        suffix = media_types.OLD_OFFICE.get(media_types.media_type(data, path))
        if suffix is None:
            continue
        sha256 = hashlib.sha256(data).hexdigest()
        if suffix == ".doc" and ole.locked_word(data):
            results[sha256] = UnreadableDocument(path, *refusal(media_types.ENCRYPTED))
        elif suffix == ".doc" and "worddocument" not in ole.names(data):
            results[sha256] = UnreadableDocument(path, *refusal(media_types.DAMAGED))
        else:
            sources.setdefault(sha256, (path, libreoffice.Source(data, suffix)))
    results.update(_converted(sources, scope_of))
    return results


def _converted(sources: Mapping[str, tuple[str, libreoffice.Source]], scope_of: ScopeOf | None) -> Results:
    if not sources:
        return {}
    made: dict[str, bytes | None] = {}
    try:
        for target in ("docx", "xlsx"):
            chosen = {sha256: source for sha256, (_, source) in sources.items() if _target(source) == target}
            if chosen:
                made.update(_made(chosen, target))
    except libreoffice.Missing:
        what = "旧版文档（.doc、.wps、.rtf 等）需要 LibreOffice 转换，本机没有安装"
        ask = "请安装 LibreOffice 后重新初审，或请申请人另存为 DOCX 或 XLSX 后补交"
        return {sha256: UnreadableDocument(path, what, ask) for sha256, (path, _) in sources.items()}
    return {
        sha256: _read(made[sha256], path, sha256, _target(source), scope_of and scope_of(path))
        for sha256, (path, source) in sources.items()
    }


def _made(chosen: Mapping[str, libreoffice.Source], target: str) -> dict[str, bytes | None]:
    """Each file converted, now or before. One that could not be is tried anew another time. Raises Missing."""
    kept, stamp = store.current(), libreoffice.stamp()
    keys = {sha256: store.key_of(sha256, source.suffix, target, stamp) for sha256, source in chosen.items()}
    made = {sha256: kept.get(_CONVERSIONS, key) if kept and stamp else None for sha256, key in keys.items()}
    missing = [sha256 for sha256, content in made.items() if content is None]
    if missing:
        made |= dict(zip(missing, libreoffice.converted([chosen[name] for name in missing], target), strict=True))
        _keep(kept, {keys[sha256]: made[sha256] for sha256 in missing})
    return made


def _keep(kept: store.KeptStore | None, made: Mapping[str, bytes | None]) -> None:
    """Keep what was converted, under its keys; what was not is a mishap."""
    for key, content in made.items():
        if content is None:
            mishaps.happened()
        elif kept:
            kept.put(_CONVERSIONS, key, content)


def _target(source: libreoffice.Source) -> str:
    return "xlsx" if source.suffix in (".xlsb", ".fods") else "docx"


def _read(
    content: bytes | None, path: str, sha256: str, target: str, scope: OcrScope | None
) -> Document | UnreadableDocument:
    if content is None:
        return UnreadableDocument(path, "旧版文档转换失败，文件可能已损坏或格式特殊，无法读取", _AS_NEW)
    try:
        if target == "xlsx":
            document = xlsx.read(content, path, sha256)
        else:
            document = word_reader.read(content, path, sha256, scope)
    except UnreadableDocument as error:
        return error
    except Exception:  # noqa: BLE001  whatever the conversion made of it, it costs this file alone
        return UnreadableDocument(path, "旧版文档转换后的内容无法读取", _AS_NEW)
    # LibreOffice opens half-destroyed files too and shows their bytes as letters.
    if _is_garbled("".join(_texts(document))):
        return UnreadableDocument(path, *refusal(media_types.DAMAGED))
    return document


def _is_garbled(text: str) -> bool:
    western = sum("\xa1" <= char <= "\xff" and char not in "·×÷±°§" for char in text)
    return western > _MOST_WESTERN * len(text) or is_gibberish(text)


def _texts(document: Document) -> Iterator[str]:
    for page in document.pages:
        for block in page.blocks:
            yield from (block.text,) if isinstance(block, Paragraph) else (cell.text for cell in block.cells)
