"""A traditional form beside which the common one is likely was the common one; a rare name nobody doubts stays."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.ocr.variants import rare_signs, take_common

ALPHABET = ["", "强", "強", "垚", "圭"]


def test_which_signs_are_rare():
    assert rare_signs(ALPHABET).tolist() == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("chances", "sign", "score"),
    [
        pytest.param([0.0, 0.03, 0.97, 0.0, 0.0], "强", 0.03, id="a-form-of-the-common-sign"),
        pytest.param([0.0, 0.005, 0.99, 0.0, 0.0], "強", 0.99, id="nothing-else-is-likely"),
        pytest.param([0.0, 0.0, 0.0, 0.9, 0.1], "垚", 0.9, id="a-sign-of-names"),
        pytest.param([0.0, 0.97, 0.03, 0.0, 0.0], "强", 0.97, id="a-common-sign-stays"),
        pytest.param([0.3, 0.0, 0.7, 0.0, 0.0], "強", 0.7, id="a-blank-is-no-sign"),
    ],
)
def test_which_form_of_a_sign_is_meant(chances, sign, score):
    every = np.array([[chances]], np.float32)
    best, sure = every.argmax(axis=2), every.max(axis=2)
    take_common(best, sure, every, rare_signs(ALPHABET))
    assert ALPHABET[best[0, 0]] == sign
    assert sure[0, 0] == pytest.approx(score)
