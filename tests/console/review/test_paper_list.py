"""Every file with its pages, and what each was taken for."""

from tests.builders.console import at_work


def test_files_and_kinds(tmp_path):
    with at_work(tmp_path) as (_, batch, results):
        from console.results.read_back import screening_at
        from console.review.paper_list import listed

        for row in batch.dossiers.all():
            read = screening_at(results / row.folder)
            files = listed(read)
            assert [one.file.path for one in files] == [file.path for file in read.screening.contents.files]
            assert any(one.kinds for one in files)
            for one in files:
                pdf = one.file.path.endswith(".pdf")
                assert len(one.pages) + one.more == (one.file.pages if pdf else 0)
        assert any(page.kinds for one in files for page in one.pages)
