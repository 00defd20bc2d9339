"""What of a dossier may be met again: its lists, files, applicant and story, each thing once, with its dossier."""

from dataclasses import replace

from schemas.status import FileStatus
from tests.builders.contents import contents, enterprise, file, person
from validators.across.traces import traces_of


def test_what_is_told_of_a_dossier():
    lists = {"enterprises": [enterprise(1, "乙城示例有限公司")], "staff": [person("张 示例")]}
    papers = (
        file("照片.jpg", sha256="a"),
        file("Thumbs.db", FileStatus.SKIPPED, sha256="b"),
        replace(file("空.txt"), sha256=""),
    )
    dossier = replace(
        contents(tables=lists),
        id="D1",
        applicant="甲城示例有限公司",
        files=papers,
        narrative="甲城示例有限公司服务1家。",
    )
    found = traces_of(dossier)
    assert [trace.word for trace in found.enterprises] == ["乙城示例有限公司"]
    assert [(trace.word, bool(trace.age), bool(trace.school)) for trace in found.staff] == [("张 示例", True, True)]
    assert [(trace.key, trace.word, trace.place.file) for trace in found.files] == [("a", "照片.jpg", "D1/照片.jpg")]
    assert [trace.word for trace in found.applicant] == ["甲城示例有限公司"]
    assert found.text == "服务家"


def test_an_enterprise_listed_twice_is_one():
    twice = {"enterprises": [enterprise(1, "乙城示例有限公司"), enterprise(2, "乙城示例 有限公司")]}
    assert len(traces_of(contents(tables=twice)).enterprises) == 1


def test_a_dossier_of_nothing():
    found = traces_of(replace(contents(), applicant="", files=(), narrative=""))
    assert not any((found.enterprises, found.staff, found.files, found.applicant, found.text))
