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
from collections.abc import Iterable, Mapping

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
    bindings = () if properties is None else (properties.find(tag) for tag in BINDINGS)
    binding = next((one for one in bindings if one is not None), None)
    store = None if binding is None else stores.get((binding.get(W + "storeItemID") or "").lower())
    if binding is None or store is None:
        return None
    spaces = dict(_PREFIX.findall(binding.get(W + "prefixMappings") or ""))
    words = _at(store, (binding.get(W + "xpath") or "").removesuffix(_TEXT), spaces)
    return None if words is None else cleaned(words).strip()


def _at(store: Element, path: str, spaces: Mapping[str, str]) -> str | None:
    """What stands at the end of a row of names; None where it leads nowhere."""
    steps = list(_STEP.finditer(path))
    if not steps or "".join(step[0] for step in steps) != path:
        return None
    here = store
    for number, (attribute, prefix, name, position) in enumerate(step.groups() for step in steps):
        tag = f"{{{spaces.get(prefix, '')}}}{name}" if prefix else name
        if attribute:
            return here.get(tag)
        same = [here] if not number else list(here)
        named = [one for one in same if one.tag == tag]
        at = int(position or 1) - 1
        if not 0 <= at < len(named):
            return None
        here = named[at]
    return None if len(here) else here.text or ""
