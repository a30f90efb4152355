"""A version of the gate keeps its word on sentences that turn on one condition of one rule."""

import json

import pytest

from tests.evidence.blind import CHANGED, RECORDED, probed, probes

KEPT = json.loads(RECORDED.read_text(encoding="utf-8"))["probes"]


@pytest.mark.no_cover
@pytest.mark.parametrize("part", range(len(probes())))
def test_what_a_gate_version_says_of_a_probe_stays_byte_for_byte(part: int):
    assert KEPT[part] == probed(part), CHANGED
