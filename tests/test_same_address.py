"""One person is one person, however the address is written and whoever's row it stands on."""

from datetime import date
from typing import Any

import pytest

from sheetsync.sequence import Rules, Step, position
from sheetsync.suppression import Suppression, _entries, fold
from tests.memory_team import FRI, NORD, SOUTH, THU, TUE, at
from tests.test_requirements import ready


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pat+sales@acme.example", "PAT@acme.example"),
        ("mailto:pat@acme.example", "pat@acme.example"),
        ("pat@xn--bcher-kva.example", "pat@bücher.example"),
        ("p\u200bat@acme.example", "pat@acme.example"),
        ("+49 (0)30 1234567", "0049 30 1234567"),
        ("https://de.linkedin.com/in/pat-lee?utm_source=x", "www.linkedin.com/in/pat-lee/"),
    ],
)
def test_r42_one_mailbox_phone_or_profile_has_one_spelling(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "entry",
    [
        "acme.example",
        "acme.example (whole company)",
        "acme.example – all",
        "beta.example, acme.example",
        "someone@else.example; acme.example",
        "https://www.acme.example/contact",
        "*@acme.example",
        "Pat Lee <pat@acme.example>",
    ],
)
def test_r42_an_entry_counts_however_it_was_pasted(entry: str) -> None:
    listed = Suppression(dict.fromkeys(_entries(entry), "asked us"))
    assert listed.hit("pat@acme.example")
    assert not listed.hit("pat@acme2.example")


def test_a_page_that_many_share_closes_that_page_only() -> None:
    listed = Suppression(dict.fromkeys(_entries("https://www.linkedin.com/in/pat-lee"), ""))
    assert listed.hit("linkedin.com/in/pat-lee")
    assert not listed.hit("linkedin.com/in/someone-else")


@pytest.mark.parametrize(
    "typed",
    [
        {"Reply decision": "stop", "Stop cause": "fit"},
        {"Reply decision": "pause"},
        {"Reply received on": "last Tuesday, by phone"},
        {"Reply decision": "perhaps"},
    ],
)
def test_r45_what_is_not_signed_or_cannot_be_read_holds_the_sequence(typed: dict[str, Any]) -> None:
    team = at("due")
    assert ready(team, "Follow-up", f"{team.row('Follow-up')['Touch ID']}") == "yes"
    team.types("Follow-up", typed)
    team.sync(THU)
    touch = team.row("Follow-up")["Touch ID"]
    assert ready(team, "Follow-up", str(touch)).startswith("no")


def test_r39_no_later_row_takes_a_live_lead_out_of_a_persons_hands() -> None:
    rules = Rules(today=date(2026, 3, 5), length=4, window_ends=None)
    steps = [Step(1), Step(2, decision="live"), Step(3, decision="continue")]
    assert position(steps, rules).standing == "live"


@pytest.mark.parametrize(
    "decided", [{}, {"Reply decision": "stop", "Decided by": "Ben", "Stop cause": "reply"}]
)
def test_r45_r30_an_answer_counts_for_every_lead_at_its_address(decided: dict[str, Any]) -> None:
    team = at("sent", NORD, SOUTH)
    path = team.row("Research", NORD)["Reachable path"]
    team.types("Research", {"Reachable path": path}, SOUTH)
    team.types("Follow-up", {"Reply text": "We are fine, thank you.", **decided}, "L-0001/2")
    team.sync(FRI)
    said = ready(team, "Follow-up", "L-0002/2")
    assert said.startswith("no")
    assert "L-0001 at the same address" in said


def test_r94_a_block_that_is_switched_off_offers_nothing_to_send() -> None:
    team = at("approved")
    assert ready(team) == "yes"
    team.types("Start here", {"Current owner": None}, "Outreach")
    team.sync(TUE)
    assert ready(team).startswith("no: ")
    assert "Outreach is not automated" in ready(team)


def test_r61_a_subject_that_claims_something_goes_through_the_gate() -> None:
    team = at("approved")
    team.types("Outreach", {"AI subject": "You grew 400% last year"})
    team.sync(TUE)
    assert "the subject is HELD" in ready(team)
    assert "OU002" in team.codes("Outreach")


# Requirements that the tests above prove, by the numbers in their names:
# R30 R39 R42 R45 R61 R94
