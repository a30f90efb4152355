"""Drafts to invented leads: what their cells bear out passes, everything else is held."""

import pytest

from sheetsync.evidence.gate import judge
from sheetsync.evidence.quotes import find_quote
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence import (
    harbours,
    high_street,
    leads,
    lodges,
    markets,
    more_leads,
    trades,
    venues,
    workshops,
)
from tests.evidence.families import family
from tests.evidence.leads import Lead

GROUPS = (leads, more_leads, trades, workshops, markets, high_street, harbours, venues, lodges)
LEADS = [lead for group in GROUPS for lead in group.LEADS]
TRUE = [(lead, text) for lead in LEADS for text in lead.true]
FALSE = [(lead, text) for lead in LEADS for text in lead.false]


@pytest.mark.no_cover
@family(("lead", "text"), TRUE)
def test_a_sentence_that_the_cells_bear_out_passes_and_its_quote_is_found_again(
    lead: Lead, text: str
):
    verdict = judge(Draft(text), lead.cells)
    assert verdict.kind is VerdictKind.OK, verdict.cell_line
    for claim in verdict.claims:
        cell = lead.cells[claim.column]
        assert cell[claim.start : claim.end] == claim.quote
        assert not 12 <= len(claim.quote) <= 300 or find_quote(cell, claim.quote) is not None


@pytest.mark.no_cover
@family(("lead", "text"), FALSE)
def test_a_sentence_that_the_cells_do_not_bear_out_never_passes(lead: Lead, text: str):
    verdict = judge(Draft(text), lead.cells)
    assert verdict.kind in {VerdictKind.HELD, VerdictKind.CHECK}
    assert verdict.reasons
    assert all(reason.strip() for reason in verdict.reasons)


@pytest.mark.no_cover
@family("lead", LEADS)
def test_a_draft_of_true_sentences_passes_and_one_false_sentence_holds_it(lead: Lead):
    claims = [text for text in lead.true if not text.endswith((",", "?"))][:5]
    assert judge(Draft(" ".join(claims)), lead.cells).kind is VerdictKind.OK
    spoiled = " ".join([*claims, lead.false[0]])
    assert judge(Draft(spoiled), lead.cells).kind is not VerdictKind.OK
