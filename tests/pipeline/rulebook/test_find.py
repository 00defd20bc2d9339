"""Finding, loading and recognising rulebooks; a further city is two files of data."""

import shutil

import pytest

from pipeline.rulebook.find import available, load, load_all, recognise
from schemas.data_files import data_folder
from schemas.errors import RulebookError, UsageError
from tests.builders.rulebooks import RULEBOOK, write_city

PLACE = ("somewhere",)


def test_the_five_are_there_by_their_ids():
    assert available() == ("harbin", "liaocheng-2021", "national-2017", "qinhuangdao-2020", "zhengzhou")
    assert tuple(book.id for book in load_all()) == available()


def test_a_further_city_is_two_files_and_no_code(tmp_path):
    book = load(write_city(tmp_path))
    assert (book.id, len(book.conditions), list(book.forms)) == ("example-city", 6, ["example-application"])
    assert book.forms["example-application"].blanks() == ("applicant_name", "staff_count")


def test_a_further_city_may_use_a_form_of_ours(tmp_path):
    text = RULEBOOK.replace("example-application", "zhengzhou-application")
    assert "zhengzhou-application" in load(write_city(tmp_path, text)).forms


def test_a_further_city_put_beside_ours_is_recognised(tmp_path):
    for kind in ("rulebooks", "forms"):
        shutil.copytree(data_folder() / kind, tmp_path / kind)
    written = write_city(tmp_path)
    written.rename(tmp_path / "rulebooks" / written.name)
    (tmp_path / "example-application.yaml").rename(tmp_path / "forms" / "example-application.yaml")
    books = load_all(tmp_path / "rulebooks")
    assert "example-city" in available(tmp_path / "rulebooks")
    assert recognise({"example-application": PLACE}, rulebooks=books).rulebook == "example-city"


def test_an_unknown_name_says_which_there_are():
    with pytest.raises(UsageError, match="harbin、liaocheng-2021"):
        load("example-city")


def test_a_rulebook_with_unknown_words_is_not_screened_with(tmp_path):
    path = write_city(tmp_path, RULEBOOK.replace("paper: business_licence", "paper: licence"))
    with pytest.raises(RulebookError, match=r"第 36 行：不认识的材料种类“licence”"):
        load(path)


@pytest.mark.parametrize(
    ("forms", "titles", "rulebook"),
    [
        pytest.param(["harbin-application"], [], "harbin", id="its-own-form"),
        pytest.param(["qinhuangdao-2020-review"], [], "qinhuangdao-2020", id="the-review-form"),
        pytest.param(["zhengzhou-application", "zhengzhou-recommendation"], [], "zhengzhou", id="two-of-its-forms"),
        pytest.param(
            ["liaocheng-2021-application", "national-2017-recommendation"],
            [],
            "liaocheng-2021",
            id="own-form-outweighs-one-that-others-fill-in",
        ),
        pytest.param(["liaocheng-2021-recommendation"], [], "liaocheng-2021", id="only-the-recommendation"),
        pytest.param(["harbin-application", "zhengzhou-application"], [], "", id="two-cities-own-forms"),
        pytest.param([], ["聊城市中小企业公共服务 示范平台 申请材料"], "liaocheng-2021", id="only-a-cover"),
        pytest.param(
            ["harbin-application"], ["国家中小企业公共服务示范平台"], "harbin", id="a-form-outweighs-other-headings"
        ),
        pytest.param(["zhengzhou-declaration"], [], "zhengzhou", id="only-its-declaration"),
        pytest.param([], ["申报材料目录"], "", id="nothing-tells"),
        pytest.param([], [], "", id="nothing-at-all"),
    ],
)
def test_which_regulation_the_forms_speak_for(forms, titles, rulebook):
    told = recognise(dict.fromkeys(forms, PLACE), titles)
    assert told.rulebook == rulebook
    assert rulebook or "无法判断适用哪部办法" in told.why


def test_both_candidates_are_named():
    told = recognise({"harbin-application": PLACE, "zhengzhou-application": PLACE})
    assert set(told.candidates) == {"harbin", "zhengzhou"}


def test_a_form_without_a_place_was_not_seen():
    assert recognise({"harbin-application": (), "zhengzhou-application": PLACE}).rulebook == "zhengzhou"


def test_the_procedure_whose_form_was_seen():
    assert recognise({"harbin-review": PLACE}).procedures == ("review",)
    assert recognise({"harbin-application": PLACE}).procedures == ("application",)
