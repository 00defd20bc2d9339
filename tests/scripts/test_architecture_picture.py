"""The picture of the house is drawn from its imports."""

from scripts import architecture_picture as picture


def test_the_picture_in_the_docs_is_the_one_the_imports_give():
    drawn = picture.PICTURE.read_text(encoding="utf-8")
    assert drawn == picture.drawing(), "run python scripts/architecture_picture.py"


def test_an_arrow_that_a_longer_way_implies_is_left_out():
    edges = {"a": frozenset("bc"), "b": frozenset("c"), "c": frozenset()}
    assert picture.reduced(edges) == {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset()}


def test_no_arrow_points_upwards():
    for package in ("pipeline", "extractors"):
        rows = {room: at for at, row in enumerate(picture.layers(package)) for room in row}
        for room, others in picture.imports(package).items():
            assert all(rows[other] > rows[room] for other in others), room
