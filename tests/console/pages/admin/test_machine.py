"""空间和版本: sizes as they are; pictures are cleared away, and nothing else."""

from tests.builders.console import shown, with_rows


def test_pictures_go_and_papers_stay(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        for name in ("pages/ab/1-150.jpg", "batches/甲/x.pdf"):
            (one.folder / name).parent.mkdir(parents=True)
            (one.folder / name).write_bytes(b"x" * 2048)
        client = one.browser("wang")
        assert shown(client.get("/admin/machine")).count("2 KB") == 2
        assert client.post("/admin/machine").status_code == 302
        assert not (one.folder / "pages").exists()
        assert (one.folder / "batches" / "甲" / "x.pdf").exists()
