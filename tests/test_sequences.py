"""R28 to R48, R74: whatever people do in whatever order, nothing goes out that must not."""

import pytest

from sheetsync.contract import load
from tests.sequences import Team


@pytest.mark.parametrize("seed", range(3))
def test_r45_r42_r37_r38_r74_r7_no_random_history_makes_a_touch_ready_that_must_not_be(
    seed: int,
) -> None:
    team = Team(seed, leads=60, contract=load())
    ready = 0
    for _ in range(12):
        team.live_a_day()
        assert team.breaches() == []
        ready += sum(value == "yes" for value in team._column("Follow-up", "Ready to send"))
    assert ready, "the simulation never got a follow-up ready: it proves nothing"
