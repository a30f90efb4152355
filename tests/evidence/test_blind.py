"""What the gate says of sentences that it was not made with, and that a version keeps its word."""

import json

import pytest

from sheetsync.evidence.gate import judge
from sheetsync.evidence.seal import GATE_VERSION
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.blind import CHANGED, RECORDED, SETS, Sentence, sentences, verdicts
from tests.evidence.families import family

ALL = [sentence for path in sorted(SETS.glob("*.txt")) for sentence in sentences(path)]


@family("sentence", [s for s in ALL if s.label == "+"])
def test_a_sentence_of_another_writer_that_its_cells_bear_out_passes(sentence: Sentence):
    verdict = judge(Draft(sentence.text), sentence.cells)
    assert verdict.kind is VerdictKind.OK, verdict.cell_line
    for claim in verdict.claims:
        assert sentence.cells[claim.column][claim.start : claim.end] == claim.quote


@family("sentence", [s for s in ALL if s.label == "-"])
def test_a_sentence_of_another_writer_that_its_cells_do_not_bear_out_is_held(sentence: Sentence):
    assert judge(Draft(sentence.text), sentence.cells).kind is not VerdictKind.OK


@pytest.mark.no_cover
def test_the_verdicts_of_a_gate_version_stay_as_they_are_byte_for_byte():
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    assert recorded["gate version"] == GATE_VERSION, CHANGED
    assert recorded["verdicts"] == verdicts(), CHANGED
