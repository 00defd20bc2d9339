"""What do the licences and credit reports say of the nature of their holder: a legal person, what kind of organisation?

A licence tells it by its 类型, a certificate by its title, both by the holder's name and credit code.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.stated import figure
from extractors.vocabulary.facts import words
from extractors.vocabulary.organisations import legal_form, organisation_kinds
from schemas.figures import Figure
from schemas.papers import Paper

_GROUPS = ("licence", "credit")
_TITLED = "legal_person_certificate"


def holder_figures(paper: Paper) -> Iterator[Figure]:
    """The holder's legal form, where a licence shows it, and the kinds that it may be counted among."""
    group = words().group(paper.kind)
    if group not in _GROUPS or not paper.shown:
        return
    code = paper.facts["uscc"].value if "uscc" in paper.facts else ""
    stated = _stated(paper)
    if group == "licence":
        name = paper.facts["subject"].value if "subject" in paper.facts else ""
        form = legal_form(stated=stated, name=name, code=code)
        if form:
            place = next(
                (paper.facts[key].evidence for key in ("organisation_type", "subject") if key in paper.facts),
                paper.evidence,
            )
            yield figure("legal_person", group, form, stated or name, [place])
    for kind in organisation_kinds(stated=stated, code=code):
        place = paper.facts["uscc"].evidence if code else paper.evidence
        yield figure("organisation_kind", group, kind, stated or code, [place])


def _stated(paper: Paper) -> str:
    """The title of a certificate and the 类型 of a licence."""
    title = (paper.title or paper.evidence.text or "") if paper.kind == _TITLED else ""
    stated = paper.facts["organisation_type"].value if "organisation_type" in paper.facts else ""
    return " ".join(part for part in (title, stated) if part)
