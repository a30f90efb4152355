"""Every flag code is raised by its own smallest edit, and by nothing near it."""

import re

import pytest

from sheetsync.rules.catalogue import CATALOGUE
from tests.memory_team import BLOCKS, SmallTeam, at
from tests.rules import (
    test_ai_codes,
    test_book_codes,
    test_crm_codes,
    test_followup_codes,
    test_lead_codes,
    test_outreach_codes,
    test_review_codes,
)
from tests.rules.cases import Case, both

CASES = (
    *test_lead_codes.CASES,
    *test_outreach_codes.CASES,
    *test_followup_codes.CASES,
    *test_crm_codes.CASES,
    *test_book_codes.CASES,
    *test_review_codes.CASES,
    *test_ai_codes.CASES,
)

NOT_RAISED_BY_A_FILE = {"SY003"}
"""A row that changed during the run: a file is written whole or not at all (tests/test_races.py)."""

SENDABLE = ("Outreach", "Follow-up")


def test_every_code_of_the_catalogue_has_a_case():
    assert {case.code for case in CASES} == CATALOGUE.keys() - NOT_RAISED_BY_A_FILE


def test_r6_the_lead_of_the_cases_stands_without_a_fault_at_every_stage():
    for stage in ("handed", "decided", "angled", "drafted", "approved", "sent", "due", "answered"):
        team = at(stage)
        waits = {"CR001", "OU001", "OU009", "FU001"}  # for an angle, a variant, a decision
        assert {code for tab in BLOCKS for code in faults(team, tab)} <= waits, stage


def faults(team: SmallTeam, tab: str) -> set[str]:
    return {code for code in team.codes(tab) if CATALOGUE[code].severity != "info"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_smallest_edit_raises_the_code_where_a_person_can_mend_it(case: Case):
    raised, _ = both(case)
    found = raised.found(case)
    assert any(case.says in f.message for f in found), raised.team.outcome.findings
    assert all(f.message.endswith((".", "”")) for f in found)
    shown = [row for row in raised.team.rows("To do") if row["Code"] == case.code]
    assert any(case.says in str(row["What"]) and row["Tab"] == case.tab for row in shown)
    if raised.who is not None and CATALOGUE[case.code].severity != "info":
        flags = [str(row["Flags"]) for row in raised.team.rows(case.tab)]
        assert any(re.search(rf"\[{case.code}\]$", text, re.MULTILINE) for text in flags)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_nearest_harmless_row_does_not_raise_it(case: Case):
    _, harmless = both(case)
    assert harmless.found(case) == []


@pytest.mark.parametrize("case", [c for c in CASES if c.tab in SENDABLE], ids=str)
def test_r30_what_is_flagged_as_an_error_is_not_ready_to_send(case: Case):
    team = both(case)[0].team
    flagged = {f.row for f in team.found(case.tab) if CATALOGUE[f.code].severity == "error"}
    own = team.tab(case.tab)
    for row, ready in zip(own.rows, own.values("Ready to send"), strict=True):
        assert row not in flagged or str(ready).startswith("no: ")


def test_a_second_run_finds_the_same_and_writes_nothing():
    for case in CASES[::5]:
        team = both(case)[0].team.twin()
        before = team.outcome.findings
        again = team.sync()
        assert again.plan.is_empty, case
        assert again.findings == before, case
