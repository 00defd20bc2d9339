"""Whom does a rulebook mean by qualified staff?"""

from __future__ import annotations

from extractors.lists.qualification import EDUCATIONS, SKILLS, TITLES
from schemas.regulation.own_words import QualifiedMeaning
from schemas.strict_yaml import Marked


def qualified_meaning(marked: Marked | None) -> QualifiedMeaning | None:
    """The section ``qualified``: an education, a title, or both with how they are joined."""
    if marked is None:
        return None
    fields = marked.fields("", "education title skill join")
    education = fields["education"].text() if "education" in fields else ""
    title = fields["title"].text() if "title" in fields else ""
    join = fields["join"].text() if "join" in fields else ""
    skill = fields["skill"].text() if "skill" in fields else ""
    if not education and not title:
        marked.amiss("qualified 至少写 education（学历）或 title（职称）中的一个", None)
    if skill and skill not in SKILLS:
        fields["skill"].amiss(f"技能等级写 {'、'.join(SKILLS)} 之一（该级及以上）", None)
    if education and education not in EDUCATIONS:
        fields["education"].amiss(f"学历写 {'、'.join(EDUCATIONS)} 之一（该学历及以上）", None)
    if title and title not in TITLES:
        fields["title"].amiss(f"职称写 {'、'.join(TITLES)} 之一（该级及以上）", None)
    if join not in ("", "or", "and"):
        fields["join"].amiss("join 写 or（有一样即可）或 and（两样都要）；办法没有写明的，不写", None)
    return QualifiedMeaning(education, title, join, skill)
