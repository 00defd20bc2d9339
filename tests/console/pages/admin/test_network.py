"""网络: the page says where the console is found from now on; the authority's certificate is there once it is made."""

from console import network
from tests.builders.console import shown, with_rows


def test_from_one_machine_to_the_network_with_a_certificate(tmp_path, monkeypatch):
    monkeypatch.setattr(network, "own_addresses", lambda: ("192.0.2.7",))
    with with_rows(tmp_path, 1) as (one, _, _):
        client = one.browser("wang")
        assert "只有本机可以打开" in shown(client.get("/admin/network"))
        assert client.get("/admin/network/authority.cer").status_code == 404
        answer = client.post("/admin/network", {"lan": "1", "tls": "made", "port": "9443", "hosts": ""})
        assert "https://192.0.2.7:9443/" in shown(answer)
        assert client.get("/admin/network/authority.cer").status_code == 200
        assert "localport=9443" in shown(client.get("/admin/network"))


def test_what_cannot_be_stays_in_the_form(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        answer = one.browser("wang").post("/admin/network", {"lan": "1", "tls": "none", "hosts": "http://x"})
        assert answer.status_code == 400
        assert 'value="http://x"' in answer.content.decode()
        assert "只有本机可以打开" in shown(answer)
