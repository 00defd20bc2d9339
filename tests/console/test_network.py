"""This machine alone until 局域网 is chosen; then its own addresses and names, and the further ones that were said."""

import pytest

from console import network
from console.network import OfficeNetwork
from schemas.errors import RulebookError, UsageError


def test_without_a_choice_only_this_machine_is_known(tmp_path):
    assert network.known_hosts(network.of(tmp_path)) == ("127.0.0.1", "localhost")


def test_further_names_count_only_in_the_network(monkeypatch):
    monkeypatch.setattr(network, "own_addresses", lambda: ("192.0.2.7",))
    monkeypatch.setattr(network, "own_name", lambda: "office-pc")
    chosen = {"hosts": ("shenbao.example",)}
    assert "shenbao.example" not in network.known_hosts(OfficeNetwork(**chosen))
    known = network.known_hosts(OfficeNetwork(lan=True, **chosen))
    assert known == ("127.0.0.1", "localhost", "192.0.2.7", "office-pc", "shenbao.example")


def test_what_is_written_is_read_and_whoever_serves_hears_of_it(tmp_path):
    network.CHANGED.clear()
    chosen = OfficeNetwork(lan=True, port=9000, hosts=("a.example", "b"), certificate="/c.pem", key="/k.pem")
    network.write(tmp_path, chosen)
    assert network.of(tmp_path) == chosen
    assert network.CHANGED.is_set()


@pytest.mark.parametrize("line", ["port: 0", "port: 65536", "lan: 1", "hosts: a", "else: 1"])
def test_what_is_amiss_is_said_with_its_line(tmp_path, line):
    (tmp_path / network.FILE).write_text(line, encoding="utf-8")
    with pytest.raises(RulebookError, match="第 1 行"):
        network.of(tmp_path)


def test_names_as_people_type_them():
    assert network.hosts_in(" Shenbao.example，192.0.2.5\nshenbao.example ") == ("shenbao.example", "192.0.2.5")
    assert network.hosts_in("  ") == ()


@pytest.mark.parametrize("name", ["http://a", "a:80", "*", "-a", "a/b", ".a"])
def test_what_no_browser_can_call(name):
    with pytest.raises(UsageError, match="不能作为主机名"):
        network.hosts_in(name)


def test_own_addresses_are_of_cards_and_never_the_loop():
    assert not any(one.startswith("127.") for one in network.own_addresses())
