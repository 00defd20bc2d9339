"""Only what a browser can reach, and a certificate that fits its key, is taken."""

import pytest

from console import network
from schemas.errors import UsageError
from tests.builders.console import with_rows


@pytest.fixture
def root(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one.folder


def choose(root, **form):
    from console.acts.admin import network as acts
    from console.events import Actor

    return acts.chosen(Actor("王五"), root, form)


def test_the_network_with_a_certificate_made_here(root):
    from console.acts.admin import certificate

    choose(root, lan="1", tls="made", hosts="shenbao.example", port="9443")
    assert network.of(root).lan
    assert "shenbao.example" in certificate.known(root).names


def test_back_to_this_machine_alone(root):
    choose(root, lan="1", tls="none")
    choose(root, lan="", tls="none")
    assert network.known_hosts(network.of(root)) == ("127.0.0.1", "localhost")


def test_files_of_ones_own_that_belong_together(root, tmp_path):
    from console.acts.admin import certificate

    certificate.made(tmp_path / "a", ["127.0.0.1"])
    certificate.made(tmp_path / "b", ["127.0.0.1"])
    own, other = tmp_path / "a" / "tls", tmp_path / "b" / "tls"
    choose(root, tls="own", certificate=str(own / "office.pem"), key=str(own / "office.key"))
    assert network.of(root).certificate == str(own / "office.pem")
    with pytest.raises(UsageError, match="不是一对"):
        choose(root, tls="own", certificate=str(own / "office.pem"), key=str(other / "office.key"))
    with pytest.raises(UsageError, match="不存在"):
        choose(root, tls="own", certificate="office.pem", key="office.key")
    assert network.of(root).certificate == str(own / "office.pem")


@pytest.mark.parametrize("wrong", [{"port": "80"}, {"port": "65536"}, {"hosts": "http://a"}, {"tls": "perhaps"}])
def test_what_cannot_be_changes_nothing(root, wrong):
    with pytest.raises(UsageError):
        choose(root, **({"lan": "1", "tls": "none"} | wrong))
    assert not (root / network.FILE).exists()
