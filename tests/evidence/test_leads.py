"""Drafts to invented leads: what their cells bear out passes, everything else is held."""

import pytest

from sheetsync.evidence.gate import judge
from sheetsync.evidence.quotes import find_quote
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence import high_street, leads, markets, more_leads, trades, workshops
from tests.evidence.leads import Lead

LEADS = (
    *leads.LEADS,
    *more_leads.LEADS,
    *trades.LEADS,
    *workshops.LEADS,
    *markets.LEADS,
    *high_street.LEADS,
)
TRUE = [pytest.param(lead, text, id=text[:60]) for lead in LEADS for text in lead.true]
FALSE = [pytest.param(lead, text, id=text[:60]) for lead in LEADS for text in lead.false]


@pytest.mark.parametrize(("lead", "text"), TRUE)
def test_a_sentence_that_the_cells_bear_out_passes_with_its_quote(lead: Lead, text: str):
    verdict = judge(Draft(text), lead.cells)
    assert verdict.kind is VerdictKind.OK, verdict.cell_line
    for claim in verdict.claims:
        assert lead.cells[claim.column][claim.start : claim.end] == claim.quote


@pytest.mark.parametrize(("lead", "text"), FALSE)
def test_a_sentence_that_the_cells_do_not_bear_out_never_passes(lead: Lead, text: str):
    verdict = judge(Draft(text), lead.cells)
    assert verdict.kind in {VerdictKind.HELD, VerdictKind.CHECK}
    assert verdict.reasons
    assert all(reason.strip() for reason in verdict.reasons)


@pytest.mark.parametrize("lead", LEADS, ids=lambda lead: next(iter(lead.cells.values())))
def test_a_draft_of_true_sentences_passes_and_one_false_sentence_holds_it(lead: Lead):
    claims = [text for text in lead.true if not text.endswith((",", "?"))][:5]
    assert judge(Draft(" ".join(claims)), lead.cells).kind is VerdictKind.OK
    spoiled = " ".join([*claims, lead.false[0]])
    assert judge(Draft(spoiled), lead.cells).kind is not VerdictKind.OK


@pytest.mark.parametrize("lead", LEADS, ids=lambda lead: next(iter(lead.cells.values())))
def test_every_short_quote_of_a_verdict_can_be_found_again_in_its_cell(lead: Lead):
    for text in lead.true:
        for claim in judge(Draft(text), lead.cells).claims:
            if 12 <= len(claim.quote) <= 300:
                assert find_quote(lead.cells[claim.column], claim.quote) is not None
