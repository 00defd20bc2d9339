"""What does a content control show that is bound to data stored beside the text (w:dataBinding)?

Word takes the words of such a control from the stored data whenever it opens the file; programs that fill in forms
often change that data alone, and the text that the document itself holds is an old one, or still the prompt.

In:     the properties of a control; the parts of stored data, by their identifier.
Out:    the words that the data give; None where the control is not bound to any that is there.
Raises: nothing; a path that is more than a row of names is not followed.
Source: ECMA-376 part 1, 17.5.2.6 (dataBinding), 22.5 (custom XML data).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml.etree import _Element as Element

from extractors.read.office_package import Package, Relation
from extractors.read.word.controls import W
from extractors.values.text import cleaned
from schemas.errors import UnreadableDocument

_DATA = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
BINDINGS = (W + "dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
_PREFIX = re.compile(r"""xmlns:([\w.-]{1,40})\s*=\s*["']([^"']{0,300})["']""")
_STEP = re.compile(r"/(@?)(?:([\w.-]{1,40}):)?([\w.-]{1,100})(?:\[(\d{1,4})\])?")
_TEXT = "/text()"


def stored_data(package: Package, relations: Iterable[Relation]) -> dict[str, Element]:
    """The roots of the parts of stored data, by the identifier that controls call them by."""
    found: dict[str, Element] = {}
    for relation in relations:
        if relation.kind != "customXml" or relation.target not in package:
            continue
        try:
            told = (one for one in package.relations(relation.target).values() if one.kind == "customXmlProps")
            names = [package.tree(one.target).get(_DATA + "itemID") or "" for one in told if one.target in package]
            found.update((name.lower(), package.tree(relation.target)) for name in names)
        except UnreadableDocument:
            continue
    return found


def bound_words(properties: Element | None, stores: Mapping[str, Element]) -> str | None:
    """The words that the stored data give for this control; None where none do, "" where the data are blank."""
    binding = None if properties is None else next(properties.iterchildren(*BINDINGS), None)
    if binding is None:
        return None
    store = stores.get((binding.get(W + "storeItemID") or "").lower())
    spaces = dict(_PREFIX.findall(binding.get(W + "prefixMappings") or ""))
    path = (binding.get(W + "xpath") or "").removesuffix(_TEXT)
    words = None if store is None else _at(store, path, spaces)
    return None if words is None else cleaned(words).strip()


def _at(store: Element, path: str, spaces: Mapping[str, str]) -> str | None:
    """What stands at the end of a row of names; None where it leads nowhere."""
    steps = [step.groups() for step in _STEP.finditer(path)]
    if "".join(step[0] for step in _STEP.finditer(path)) != path:
        return None
    children: Sequence[Element] = (store,)
    here: Element | None = None
    for attribute, prefix, name, position in steps:
        tag = f"{{{spaces.get(prefix, '')}}}{name}" if prefix else name
        if attribute:
            return None if here is None else here.get(tag)
        here = _named(children, tag, int(position or 1))
        children = () if here is None else tuple(here)
    return None if here is None or children else here.text or ""


def _named(children: Sequence[Element], tag: str, position: int) -> Element | None:
    """The child of this name that is the first, second … of its name."""
    named = [child for child in children if child.tag == tag]
    return named[position - 1] if 0 < position <= len(named) else None
