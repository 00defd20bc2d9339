"""What is set on the review screen is there the next time, on another machine too; nobody sets it for another."""

from tests.builders.console import at_work


def test_a_width_that_was_chosen_stands_on_the_screen_of_that_person_alone(tmp_path):
    with at_work(tmp_path) as (one, batch, _):
        where = f"/b/{batch.pk}/d/{batch.dossiers.order_by('order').last().pk}/review"
        assert one.browser("zhang").post("/habits", {"points": "333", "fold-side": "1"}).status_code == 204
        mine = one.browser("zhang").get(where).content.decode()
        assert 'data-width-points="333"' in mine
        assert 'class="fold-side"' in mine
        assert "data-width-points" not in one.browser("li").get(where).content.decode()
