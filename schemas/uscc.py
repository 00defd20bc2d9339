"""Is this a well-formed 统一社会信用代码, and what does it say of its holder?

Source: GB 32100-2015 (18 characters, own check character), GB 11714 (check of characters 9 to 17),
GB/T 2260 (characters 3 to 8). A failed check is a warning: old codes are irregular, scans are misread.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100 leaves out I, O, S, V and Z."""
LENGTH = 18
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
KINDS = {
    "11": "机关",
    "12": "事业单位",
    "13": "编办直接管理机构编制的群众团体",
    "19": "其他机构编制单位",
    "31": "律师执业机构",
    "51": "社会团体",
    "52": "民办非企业单位",
    "53": "基金会",
    "59": "其他社会组织",
    "91": "企业",
    "92": "个体工商户",
    "93": "农民专业合作社",
    "Y1": "其他",
}
_NEVER = str.maketrans("OISZV", "0152Y")
"""What stands for what where somebody typed or read letters that no code has."""
_ALIKE = "0ODQ 1IL7 2Z7 38B 5S6 6G UVY MN EF PR".split()
"""Characters that writers and recognisers take for one another."""
_SHAPE = re.compile(rf"[{ALPHABET}]{{2}}\d{{6}}[{ALPHABET}]{{10}}")


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A code as written. ``kind`` is "" for a prefix that the standard does not name."""

    code: str
    well_formed: bool
    checks: bool
    inner_checks: bool
    kind: str

    @property
    def sound(self) -> bool:
        """Whether shape and both check characters are right."""
        return self.well_formed and self.checks and self.inner_checks


def credit_code(text: str) -> CreditCode:
    """What the code says; a code of another shape checks nowhere."""
    code = re.sub(r"[\s_-]+", "", unicodedata.normalize("NFKC", text)).upper()
    well_formed = bool(_SHAPE.fullmatch(code))
    return CreditCode(
        code=code,
        well_formed=well_formed,
        checks=well_formed and check_character(code[:17]) == code[17],
        inner_checks=well_formed and inner_check_character(code[8:16]) == code[16],
        kind=KINDS.get(code[:2], "") if well_formed else "",
    )


def check_character(first: str) -> str:
    """The 18th character for the first seventeen."""
    total = sum(ALPHABET.index(char) * weight for char, weight in zip(first, WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def inner_check_character(body: str) -> str:
    """The 17th character: GB 11714's check of the eight before it, where letters count on from A = 10."""
    total = sum(int(char, 36) * weight for char, weight in zip(body, INNER_WEIGHTS, strict=True))
    return "0123456789X"[(11 - total % 11) % 11]


def sound_code(first: str) -> str:
    """The code that begins with these sixteen characters, its two check characters worked out."""
    inner = first + inner_check_character(first[8:])
    return inner + check_character(inner)


def without_letters_never_used(text: str) -> str:
    """The code with the digits that letters of no code stand for (O, I, S, Z, V)."""
    return credit_code(text).code.translate(_NEVER)


def repairs(text: str) -> tuple[str, ...]:
    """Sound codes one easily mistaken character away: proposed to a person.

    Only of what was recognised from a picture is one taken over, where it is the only one, and then in doubt for good
    (``Doubt.MENDED``).
    """
    code = credit_code(text).code
    if len(code) != LENGTH or credit_code(code).sound:
        return ()
    plain = without_letters_never_used(code)
    tried = [plain, *(code[:at] + other + code[at + 1 :] for at, char in enumerate(code) for other in _alike(char))]
    return tuple(dict.fromkeys(each for each in tried if credit_code(each).sound))


def _alike(char: str) -> str:
    """What the character may be instead, as far as codes use it."""
    others = "".join(group for group in _ALIKE if char in group)
    return "".join(other for other in dict.fromkeys(others) if other != char and other in ALPHABET)
