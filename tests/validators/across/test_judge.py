"""What two dossiers of a batch share is shown; what any two may share by chance is not."""

from dataclasses import replace

import pytest

from schemas.status import FileStatus, Status
from tests.builders.contents import contents, enterprise, file, person
from validators.across.judge import across as across_traces
from validators.across.traces import traces_of

NAMES = [f"乙城第{number}示例有限公司" for number in range(60)]
STORY = "".join(chr(0x4E00 + (number * 37) % 8000) for number in range(900))


def across(dossiers):
    return across_traces([traces_of(one) for one in dossiers])


def dossier(name, **more):
    given = {"applicant": f"甲城{name}示例有限公司", "files": (file(f"{name}.pdf"),)} | more
    return replace(contents(tables=given.pop("tables", {})), id=name, **given)


def served(names):
    return {"enterprises": [enterprise(number, name) for number, name in enumerate(names, 1)]}


def rules(*dossiers):
    return [(found.rule, found.dossiers) for found in across(dossiers)]


def test_dossiers_with_nothing_in_common():
    one, two = dossier("D1", tables=served(NAMES[:20])), dossier("D2", tables=served(NAMES[20:40]))
    assert rules(one, two) == []


@pytest.mark.parametrize(("common", "found"), [(1, False), (2, False), (3, True)])
def test_shared_enterprises(common, found):
    one, two = (
        dossier("D1", tables=served(NAMES[:50])),
        dossier("D2", tables=served(NAMES[50 - common :] + [f"丙城第{n}示例有限公司" for n in range(40)])),
    )
    assert bool(rules(one, two)) is found


def test_two_of_a_short_list_are_many():
    assert rules(dossier("D1", tables=served(NAMES[:20])), dossier("D2", tables=served(NAMES[18:25]))) == [
        ("batch.shared_enterprises", ("D1", "D2"))
    ]


def test_three_dossiers_that_hang_together_are_one_finding():
    parts = [served(NAMES[:10]), served(NAMES[5:15]), served(NAMES[10:20])]
    assert rules(*(dossier(f"D{n}", tables=part) for n, part in enumerate(parts))) == [
        ("batch.shared_enterprises", ("D0", "D1", "D2"))
    ]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        pytest.param(person("张 示例"), True, id="same-age-and-school"),
        pytest.param(person("张示例", school=None), True, id="same-age"),
        pytest.param(person("张示例", age=None), True, id="same-school"),
        pytest.param(person("张示例", age=55), False, id="another-age"),
        pytest.param(person("张示例", school="别处大学"), False, id="another-school"),
        pytest.param(person("张示例", age=None, school=None), False, id="name-alone"),
        pytest.param(person("李示例"), False, id="another-name"),
    ],
)
def test_shared_staff(other, found):
    one, two = dossier("D1", tables={"staff": [person("张示例")]}), dossier("D2", tables={"staff": [other]})
    assert (rules(one, two) == [("batch.shared_staff", ("D1", "D2"))]) is found


class TestDuplicateFiles:
    def test_the_same_content(self):
        one, two = (dossier(name, files=(file(f"{name}.jpg", sha256="a"),)) for name in ("D1", "D2"))
        (found,) = across([one, two])
        assert (found.rule, found.status) == ("batch.duplicate_files", Status.REVIEW)
        assert [place.file for place in found.evidence] == ["D1/D1.jpg", "D2/D2.jpg"]

    def test_within_one_dossier_is_nothing(self):
        assert rules(dossier("D1", files=(file("a.jpg", sha256="a"), file("b.jpg", sha256="a")))) == []

    def test_what_is_passed_over_is_nothing(self):
        junk = (file("Thumbs.db", FileStatus.SKIPPED, sha256="a"),)
        assert rules(dossier("D1", files=junk), dossier("D2", files=junk)) == []


class TestNarratives:
    def test_the_same_story_with_other_names_and_numbers(self):
        one = dossier("D1", narrative=f"甲城D1示例有限公司2018年{STORY}")
        two = dossier("D2", narrative=f"甲城D2示例有限公司2020年{STORY}")
        assert rules(one, two) == [("batch.similar_narratives", ("D1", "D2"))]

    def test_stock_phrases(self):
        one, two = dossier("D1", narrative=STORY[:500]), dossier("D2", narrative=STORY[400:])
        assert rules(one, two) == []

    def test_too_short_to_tell(self):
        assert rules(dossier("D1", narrative=STORY[:100]), dossier("D2", narrative=STORY[:100])) == []


def test_the_same_applicant_twice():
    one, two = dossier("D1", applicant="甲城示例（集团）有限公司"), dossier("D2", applicant="甲城示例(集团)有限公司")
    assert rules(one, two) == [("batch.same_applicant", ("D1", "D2"))]


def test_the_order_of_dossiers_does_not_matter():
    parts = [dossier(f"D{n}", tables=served(NAMES[n * 5 : n * 5 + 10])) for n in range(3)]
    assert across(parts) == across(parts[::-1])
