"""R28 to R48, R74: whatever people do in whatever order, nothing goes out that must not."""

from sheetsync.contract import load
from tests.sequences import Team


def test_r45_r42_r37_r38_r74_r7_no_random_history_makes_a_touch_ready_that_must_not_be() -> None:
    contract, ready = load(), 0
    for seed in (1, 2, 3):
        team = Team(seed, leads=50, contract=contract)
        for _ in range(12):
            team.live_a_day()
            assert team.breaches() == []
            ready += sum(value == "yes" for value in team._column("Follow-up", "Ready to send"))
    assert ready, "no follow-up ever got ready: the simulation proves nothing"


# Requirements that the tests above prove, by the numbers in their names:
# R7 R37 R38 R42 R45 R74
