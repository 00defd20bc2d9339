"""Which files hang on an OFD?

Source: GB/T 33190-2016, 18 (attachments): a document names a list of them, the list the part of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import QName
from lxml.etree import _Element as Element

from extractors.read.held import HeldFile, is_paper, named, numbered
from extractors.read.ofd.package import resolved
from extractors.read.office_package import Package
from schemas.errors import UnreadableDocument

_MARK = b"\xef\xbb\xbf \r\n"


def files_in(data: bytes, path: str) -> Sequence[HeldFile]:
    """The attachments of every document of the file. Raises UnreadableDocument where it does not open."""
    package = Package(data, path)
    return list(numbered(held for root in _texts(package.tree("OFD.xml"), "DocRoot") for held in _of(package, root)))


def _of(package: Package, root: str) -> Iterator[HeldFile]:
    """The attachments of one document."""
    document = resolved("", root)
    for listed in _texts(package.tree(document), "Attachments"):
        part = resolved(document, listed)
        for attachment in _named(package.tree(part), "Attachment") if part in package else ():
            yield from _one(package, part, attachment)


def _one(package: Package, part: str, attachment: Element) -> Iterator[HeldFile]:
    """One attachment, called as its list calls it; nothing where its part is missing or does not open."""
    for location in _texts(attachment, "FileLoc"):
        target = resolved(part, location)
        if target not in package:
            continue
        try:
            content = package.raw(target)
        except UnreadableDocument:
            continue
        # What invoices and certificates hang on themselves for machines is no paper.
        if is_paper(content) and not content.lstrip(_MARK).startswith(b"<?xml"):
            yield named(content, _called(attachment, target), "附件")


def _called(attachment: Element, target: str) -> str:
    """The name in the list, with the suffix of its part where it has none."""
    name, part = attachment.get("Name") or "", target.rsplit("/", 1)[-1]
    suffix = part[part.rfind(".") :] if "." in part else ""
    return name if "." in name else name + suffix if name else part


def _named(root: Element, name: str) -> Iterator[Element]:
    """The elements of this name, whatever prefix its writer chose."""
    return (node for node in root.iter(f"{{*}}{name}") if QName(node).localname == name)


def _texts(root: Element, name: str) -> Iterator[str]:
    return (node.text.strip() for node in _named(root, name) if node.text)
