"""The call goes before the settings; half a certificate, or one that is not there, is said beforehand."""

import pytest

from console import network
from console.network import Certificate, OfficeNetwork
from console.opening import MADE, AskedOpening, opened
from schemas.errors import UsageError


def test_nothing_said_and_nothing_chosen(tmp_path):
    now = opened(AskedOpening(tmp_path))
    assert (now.host, now.port, now.certificate) == ("127.0.0.1", 8470, None)
    assert now.hosts == ("127.0.0.1", "localhost")


def test_what_was_chosen_holds(tmp_path):
    network.write(tmp_path, OfficeNetwork(lan=True, port=9001, hosts=("shenbao.example",)))
    now = opened(AskedOpening(tmp_path))
    assert (now.host, now.port) == (network.EVERYWHERE, 9001)
    assert "shenbao.example" in now.hosts
    assert now.address(9001) == "http://127.0.0.1:9001/"


def test_the_call_goes_before_it(tmp_path):
    network.write(tmp_path, OfficeNetwork(lan=True, port=9001))
    now = opened(AskedOpening(tmp_path, "192.0.2.9:80", ("proxy.example",)))
    assert (now.host, now.port) == ("192.0.2.9", 80)
    assert {"192.0.2.9", "proxy.example"} <= set(now.hosts)


@pytest.mark.parametrize("address", ["8470", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:65536", ":8470"])
def test_an_address_that_is_none(tmp_path, address):
    with pytest.raises(UsageError, match="--address"):
        opened(AskedOpening(tmp_path, address))


def test_a_certificate_of_the_call_or_of_the_settings(tmp_path):
    files = [tmp_path / "a.pem", tmp_path / "a.key"]
    network.write(tmp_path, OfficeNetwork(certificate=str(files[0]), key=str(files[1])))
    with pytest.raises(UsageError, match="不存在"):
        opened(AskedOpening(tmp_path))
    for path in files:
        path.write_bytes(b"")
    assert opened(AskedOpening(tmp_path)).certificate == Certificate(*files)
    assert opened(AskedOpening(tmp_path)).address(1).startswith("https://")
    other = tmp_path / "b.pem"
    other.write_bytes(b"")
    asked = AskedOpening(tmp_path, certificate=other, key=files[1])
    assert opened(asked).certificate == Certificate(other, files[1])


def test_half_a_certificate(tmp_path):
    with pytest.raises(UsageError, match="一并给出"):
        opened(AskedOpening(tmp_path, certificate=tmp_path / "a.pem"))


def test_the_one_that_was_made(tmp_path):
    network.write(tmp_path, OfficeNetwork(made=True))
    with pytest.raises(UsageError, match="不存在"):
        opened(AskedOpening(tmp_path))
    for name in MADE:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert opened(AskedOpening(tmp_path)).certificate is not None
