"""Somebody may hold several roles; the password is kept as a hash alone."""

from tests.builders.console import PASSWORD, office


def test_roles_in_words(tmp_path):
    with office(tmp_path) as one:
        person = one.person("li", "decides", "checks", name="李四")
        assert person.role_titles == "经办、复核"
        assert {str(role) for role in person.roles} == {"decides", "checks"}
        assert str(person) == "李四"


def test_the_password_is_nowhere(tmp_path):
    with office(tmp_path) as one:
        person = one.person("li", "decides")
        assert PASSWORD not in person.password
        assert person.check_password(PASSWORD)
