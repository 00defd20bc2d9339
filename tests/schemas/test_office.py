"""An office's sign for a kind of letter: its own, or the one for all."""

from schemas.office import NO_OFFICE, Office


def test_a_kind_of_letter_with_a_sign_of_its_own():
    office = Office(sign="样工信", signs={"supplement": "样工信补"})
    assert (office.sign_of("supplement"), office.sign_of("query")) == ("样工信补", "样工信")
    assert NO_OFFICE.sign_of("supplement") == ""
