"""What is ticked, answered or rated here?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractors.values.amounts import number, share
from extractors.values.text import one_width, unspaced, visible
from schemas.data_files import vocabulary_file

# Wingdings and Wingdings 2 keep their marks in the private use area; a font lost on the way leaves bare letters.
_TICKED = "☑☒■●◉✅🗹🗷🗵⊠▣◼⬛\uf0fe\uf0fd\uf053\uf054\uf052\uf06e\uf06c"
_TICKS = "√✓✔🗸✅\uf0fc\uf050"
_EMPTY = "□☐○◯❑❏◻⬜囗\uf0a8\uf06f\uf0a3\uf0a1\uf071"
_CROSSES = "×✗✘✕✖╳\uf0fb\uf04f"
_MARKS = ("☑", "□")
_RATINGS = ("very_satisfied", "satisfied", "dissatisfied")
_STARS = re.compile("[★☆⭐]{1,5}")
_GRADE = re.compile(
    r"\d{1,3}(?:\.\d+)?(?:分|星|级|颗星)?(?:/\d{1,3}分?)?|[一二三四五六七八九十]{1,2}[分星级]|[a-e][+-]?(?:级|等)?|[★☆⭐]{1,10}"
)
_BARE_NUMBER = re.compile(r"[\d.]+")
MEETS = 80
"""From this percentage on a stated satisfaction counts as 满意 (contract §7)."""


@cache
def answers() -> Mapping[str, frozenset[str]]:
    """The words of data/vocabulary/answers.yaml by what they say."""
    fields = vocabulary_file("answers").fields(f"yes no none praise blame grades small large free {' '.join(_RATINGS)}")
    return {key: frozenset(words.words()) for key, words in fields.items()}


def mark(text: str) -> bool | None:
    """Whether a box or column is ticked; False for an empty box or a cross, None for an empty cell."""
    bare = _bare(text)
    if not bare:
        return None
    if bare in ("R", "þ", "ü", "v", "V", "1", "是", "Y", "y", "P"):
        return True
    if all(char in _TICKED + _TICKS + _EMPTY + "口" for char in bare):
        return any(char in _TICKED + _TICKS for char in bare)
    return False if bare in ("0", "否", "N", "n", "¨", "£") or all(char in _CROSSES for char in bare) else None


def truth(text: str, *, pair: bool = False) -> bool | None:
    """Yes or no in words, letters, ticks or ticked options; None where neither is said.

    无 is an empty cell (contract §6), unless the list answers 有 and 无 as a ``pair``.
    """
    bare = _bare(text)
    chosen = choice(text)
    if len(chosen) == 1:
        bare = chosen[0]
    elif chosen:
        return None
    word = _words(bare)
    if word in answers()["yes"] or word in answers()["no"]:
        return word in answers()["yes"]
    if word in answers()["none"] and (pair or chosen):
        return False
    return mark(bare) if mark(bare) is not None else mark(word)


def rating(text: str) -> str | None:
    """``very_satisfied``, ``satisfied`` or ``dissatisfied`` in the words people use; 一般 is none of them."""
    chosen = choice(text)
    word = _words(chosen[0] if len(chosen) == 1 else _bare(text) if not chosen else "")
    word = re.sub(r"^[√✓✔☑■]+|[√✓✔☑■]+$", "", word)
    return next((rating for rating in _RATINGS if word in answers()[rating]), None)


def satisfied(text: str) -> bool | None:
    """满意 or not: in words, as a tick, as a percentage (from 80), in stars of five; None where it is left open.

    A bare number of ten or less may be any scale, three stars may be either: None.
    """
    rated = rating(text)
    if rated is not None:
        return rated != "dissatisfied"
    bare = _bare(text)
    word = _words(bare)
    if word in answers()["praise"] | answers()["blame"]:
        return word in answers()["praise"]
    if _STARS.fullmatch(bare):
        stars = len(bare) - bare.count("☆")
        return None if stars == 3 else stars > 3
    percent = share(bare) if "%" in word or "分之" in word else _above_ten(word)
    if percent is not None and 0 <= percent <= 100:
        return percent >= MEETS
    return None if _BARE_NUMBER.fullmatch(word) else truth(text)


def is_grade(text: str) -> bool:
    """Whether the text is a mark on some scale: points, letters, stars, 较好, one of several words."""
    word = _words(_bare(text))
    return word in answers()["grades"] or _GRADE.fullmatch(word) is not None


def small_or_micro(text: str) -> bool | None:
    """Whether a size class (小型, 微型, 中型) is small or micro; None where the text is no size class."""
    word = _words(_bare(text))
    return word in answers()["small"] if word in answers()["small"] | answers()["large"] else None


def is_free(text: str) -> bool:
    """Whether a fee in words comes to nothing (免费)."""
    return unspaced(text).startswith(tuple(answers()["free"]))


def _above_ten(word: str) -> Decimal | None:
    value = number(word.removesuffix("分"))
    return value if value is not None and value > 10 else None


def choice(text: str) -> list[str]:
    """The words that are ticked among options, the box before or after its word.

    租用□ 自有☑ → [自有]; □租用 ■自有 → [自有]; 租用√ 自有 → [租用]. Where it cannot be told which word a mark
    belongs to, nothing is chosen.
    """
    tokens = _tokens(text)
    solid = [piece for piece in tokens if piece != " "]
    words = [piece for piece in solid if piece not in _MARKS]
    if "☑" not in solid or not words:
        return []
    alternating = all((piece in _MARKS) != (after in _MARKS) for piece, after in pairwise(solid))
    if alternating and len(solid) == 2 * len(words):
        offset = 1 if solid[0] in _MARKS else -1
        return [solid[at + offset] for at, piece in enumerate(solid) if piece == "☑"]
    return _by_nearness(tokens)


def _by_nearness(tokens: list[str]) -> list[str]:
    """Each tick's word is the one it touches, where white space parts it from the other; [] where both touch."""
    chosen = []
    for at, piece in enumerate(tokens):
        if piece != "☑":
            continue
        neighbours = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
        touching = [neighbour for neighbour in neighbours if neighbour not in (*_MARKS, " ")]
        if len(touching) != 1:
            return []
        chosen.append(touching[0])
    return chosen


def _tokens(text: str) -> list[str]:
    """Words, marks (☑ ticked, □ not) and the white space between; a label before a colon is left out."""
    line = visible(text)
    line = re.sub(r"(?<![A-Za-z])[Rþü](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[Rþü](?![A-Za-z])", "☑", line)
    line = re.sub(r"[¨£]", "□", line)
    line = re.sub(f"[{_TICKED}{_TICKS}]", "☑", line)
    line = re.sub(f"[{_EMPTY}{_CROSSES}]", "□", line)
    line = re.sub(
        r"[\[(（【]\s*+([☑□]?)\s*+[\])）】]",
        lambda box: box[1] or ("□" if not box[0].strip("[]()（）【】 ") else box[0]),
        line,
    )
    line = re.sub(r"□☑|☑□(?=[^☑□]|$)|☑+", "☑", line)
    line = line[_behind_label(line) :]
    return [piece if piece.strip() else " " for piece in re.findall(r"[☑□]|\s+|[^☑□\s,，、;；/|]+", line)]


def _behind_label(line: str) -> int:
    """Where the answer begins: behind the last colon before the first box, no space between but beside the colon."""
    box = re.search("[☑□]", line)
    before, colon, behind = (line[: box.start()] if box else "").replace("：", ":").rpartition(":")
    answer = behind.lstrip()
    return len(before) + 1 + len(behind) - len(answer) if colon and not re.search(r"\s", answer) else 0


def _bare(text: str) -> str:
    return unspaced(visible(text))


def _words(bare: str) -> str:
    """The answer in small letters, without a note in brackets behind it."""
    folded = re.sub(r"(?<=.)\([^()]*\)$", "", one_width(bare))
    return folded.strip("。.,;!()'\"").lower()
