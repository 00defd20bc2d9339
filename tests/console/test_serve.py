"""Served as in an office: it says where, makes its own folder, keeps a worker going, and ends when it is told."""

import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

SECONDS = 90


def strictly(authority: Path) -> ssl.SSLContext:
    """A client that believes this authority alone and checks as RFC 5280 has it, as Python does from 3.13 on."""
    trusting = ssl.create_default_context(cafile=authority)
    trusting.verify_flags |= ssl.VERIFY_X509_STRICT
    return trusting


@pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")
def test_from_an_empty_folder(tmp_path):
    command = [sys.executable, "-m", "console.command", "console", str(tmp_path / "data"), "--no-browser"]
    given = {key: value for key, value in os.environ.items() if not key.startswith("DOSSIER_CONSOLE")}
    with subprocess.Popen(
        [*command, "--address", "127.0.0.1:0"], env=given, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            told = server.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/setup\?code=\w{8}", told)[0]
            with urllib.request.urlopen(address, timeout=SECONDS) as answer:
                assert "首次设置" in answer.read().decode()
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(
                    urllib.request.Request(address, headers={"Host": "evil.example"}), timeout=SECONDS
                )
            assert refused.value.code == 400
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(SECONDS) in (0, 1, 130)
    assert (tmp_path / "data" / "console.sqlite3").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")
def test_with_a_certificate_of_its_own_a_silent_client_keeps_nobody_waiting(tmp_path):
    from console.acts.admin import certificate
    from console.opening import MADE
    from tests.builders.console import office
    from tests.builders.served_console import ServedConsole, Visitor

    with office(tmp_path) as one:
        one.person("zhang", "decides")
        one.hashed_as_served()
    certificate.made(tmp_path, ["127.0.0.1"])
    files = [str(tmp_path / name) for name in MADE]
    console = ServedConsole(
        tmp_path, ("--tls-certificate", files[0], "--tls-key", files[1]), scheme="https", environment={}
    )
    console.begin()
    try:
        trusting = strictly(tmp_path / certificate.AUTHORITY)
        with socket.create_connection(("127.0.0.1", console.port)):
            visitor = Visitor(console, trusting)
            assert visitor.login("zhang").status == 302
            assert "工作台" in visitor.get("/").text
        assert Visitor(console).get("/login").status == 0, "nobody else's authority is believed"
        with urllib.request.urlopen(f"{console.address}/login", context=trusting, timeout=SECONDS) as answer:
            assert "Secure" in answer.headers["Set-Cookie"]
        plain = ServedConsole(tmp_path, scheme="http", port=console.port)
        assert Visitor(plain).get("/login").status in (0, 400)
    finally:
        console.end()


@pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")
def test_another_address_is_taken_up_without_a_new_start(tmp_path):
    import time

    from tests.builders.console import office
    from tests.builders.served_console import ServedConsole, Visitor

    with office(tmp_path) as one:
        one.person("wang", "administers")
        one.hashed_as_served()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "network.yaml").write_text(f"port: {port}\n", encoding="utf-8")
    console = ServedConsole(tmp_path, port=port, placed=False)
    console.begin()
    try:
        visitor = Visitor(console)
        visitor.login("wang")
        given = visitor.get("/admin/network").hidden("none") | {"lan": "", "tls": "made", "port": str(port)}
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', visitor.get("/admin/network").text)[1]
        assert visitor.post("/admin/network", given | {"csrfmiddlewaretoken": token}).status == 200
        trusting = strictly(tmp_path / "tls" / "authority.pem")
        secured = ServedConsole(tmp_path, scheme="https", port=port)
        until = time.monotonic() + SECONDS
        while Visitor(secured, trusting).login("wang").status != 302:
            assert time.monotonic() < until
            time.sleep(0.2)
    finally:
        console.end()
