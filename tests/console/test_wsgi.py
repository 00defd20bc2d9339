"""The application answers."""

from wsgiref.util import setup_testing_defaults

from tests.builders.console import HOST, office


def test_it_answers(tmp_path):
    with office(tmp_path):
        from console.wsgi import application

        told = []
        environ: dict[str, object] = {"PATH_INFO": "/login", "HTTP_HOST": HOST}
        setup_testing_defaults(environ)
        b"".join(application(environ, lambda status, _: told.append(status)))
        assert told[0].startswith("302"), "nobody is there yet: to the set-up"
