"""A certificate made here is one that a browser takes which trusts the office's authority, and no other."""

import ssl
import stat
import sys

from console.acts.admin import certificate
from console.opening import MADE


def test_it_is_good_for_its_names_and_signed_by_the_authority(tmp_path):
    made = certificate.made(tmp_path, ["127.0.0.1", "shenbao.example"])
    assert made.names == ("127.0.0.1", "shenbao.example")
    assert certificate.known(tmp_path) == made
    trusting = ssl.create_default_context(cafile=tmp_path / certificate.AUTHORITY)
    assert len(trusting.get_ca_certs()) == 1
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(*(tmp_path / name for name in MADE))


def test_the_authority_stays_when_another_is_made(tmp_path):
    first = certificate.made(tmp_path, ["127.0.0.1"])
    second = certificate.made(tmp_path, ["127.0.0.1", "localhost"])
    assert first.fingerprint == second.fingerprint
    assert second.names == ("127.0.0.1", "localhost")


def test_nobody_else_reads_the_keys(tmp_path):
    certificate.made(tmp_path, ["127.0.0.1"])
    keys = list((tmp_path / "tls").glob("*.key"))
    assert len(keys) == 2
    assert sys.platform == "win32" or all(not stat.S_IMODE(key.stat().st_mode) & 0o077 for key in keys)


def test_before_anything_is_made(tmp_path):
    assert certificate.known(tmp_path) is None
    assert certificate.authority_file(tmp_path) is None
