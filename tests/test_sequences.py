"""R28 to R48, R74: whatever people do in whatever order, nothing goes out that must not."""

import pytest

from tests.sequences import play


@pytest.mark.no_cover
def test_r45_r42_r37_r38_r74_r7_no_random_history_makes_a_touch_ready_that_must_not_be() -> None:
    # As many as a test can wait for; ``make simulate`` plays 100,000.
    for seed in (1, 2, 3):
        played = play(seed, leads=50)
        assert played.breaches == ()
        assert played.ready > 15, "hardly a touch ever got ready: the simulation proves nothing"


# Requirements that the tests above prove, by the numbers in their names:
# R7 R37 R38 R42 R45 R74
