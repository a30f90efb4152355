"""A few storms with every run of the suite; ``python -m tests.storms`` raises thousands."""

import pytest

from tests import storms


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", [1, 3, 8, 23])
def test_p9_whatever_people_and_the_network_do_nothing_is_lost_or_misdirected(seed):
    came = storms.Storm(seed).rage()
    assert came.troubles == []
    assert came.syncs >= storms.SYNCS + 2


@pytest.mark.no_cover
def test_of_two_runs_that_race_exactly_one_commits():
    assert storms.race(60) == 60
