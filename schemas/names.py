"""Are two names of an enterprise or a person the same, or nearly?"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from rapidfuzz.distance import Levenshtein

_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x1f\x7f\s_]+")
_BRACKETS = str.maketrans("[]【】〔〕〈〉{}", "()()()()()")
_DOTS = re.compile(r"[•‧・∙⋅･•·]")
_SEAL_NOTE = re.compile(r"\((?:盖章|公章|签章|加盖公章|单位盖章|章)\)?$")
_FORMS = re.compile(
    r"(?:股份有限责任公司|股份有限公司|有限责任公司|责任有限公司|有限公司|股份公司|公司)?"
    r"(?:\((?:普通合伙|特殊普通合伙|有限合伙|个人独资|个体工商户|自然人独资)\))?$"
)
Nearness = Literal["legal_form", "one_character"]


def enterprise_key(name: str) -> str:
    """The name for comparing: width, white space and brackets made one; the legal form stays."""
    folded = _UNSEEN.sub("", unicodedata.normalize("NFKC", name)).translate(_BRACKETS).upper()
    folded = _DOTS.sub("·", folded).strip(",.;:。，；：、'\"“”‘’《》")
    return _SEAL_NOTE.sub("", folded)


def bare_name(name: str) -> str:
    """The key without its legal form (有限公司, 有限责任公司, (普通合伙) …)."""
    key = enterprise_key(name)
    return _FORMS.sub("", key, count=1) or key


def near_enterprise(one: str, other: str) -> Nearness | None:
    """How two different names nearly agree: but for the legal form, or but for one character."""
    left, right = enterprise_key(one), enterprise_key(other)
    if left == right or not left or not right:
        return None
    if bare_name(left) == bare_name(right):
        return "legal_form"
    return "one_character" if Levenshtein.distance(left, right, score_cutoff=1) == 1 else None


def near(one: str, other: str) -> bool:
    """Whether two different names nearly agree."""
    return near_enterprise(one, other) is not None


def person_key(name: str) -> str:
    """A person's name for comparing: 张　三 is 张三; a name in Latin letters keeps its spaces, the dot stays."""
    folded = _DOTS.sub("·", unicodedata.normalize("NFKC", name)).strip().upper()
    folded = re.sub(r"[\u200b-\u200f\u2060\ufeff]", "", folded)
    if re.search(r"[\u3400-\u9fff]", folded):
        return re.sub(r"[\s_]+", "", folded)
    return re.sub(r"[\s_]+", " ", folded).strip()
