"""A locator keeps its place when it quotes."""

from schemas.locator import Locator


def test_quoting_keeps_the_place() -> None:
    place = Locator("表.pdf", page=2, bbox=(1.04, 2, 3, 4))
    assert place.quoting("12").as_json() == {
        "file": "表.pdf",
        "page": 2,
        "sheet": None,
        "cell": None,
        "bbox": [1.0, 2, 3, 4],
        "text": "12",
    }
