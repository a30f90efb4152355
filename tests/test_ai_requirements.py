"""R56 to R67, R75: what a model sees, what becomes of its answers, and what it can never do."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from sheetsync.ai.jobs import Answer, Claim, Job
from sheetsync.ai.offline import OfflineDrafter
from tests.memory_team import NORD, SOUTH, THU, SmallTeam, at
from tests.rules.cases import on
from tests.rules.test_outreach_codes import PROVEN, UNPROVEN
from tests.workbooks import DECIDED, LEAD, lead, whole

UNTRUE = "Hello Dana,\n\nYou grew 40% last year."


class Recorder:
    """The offline drafter, with a memory of what it was asked."""

    name = "recorder"

    def __init__(self) -> None:
        self.asked: list[Job] = []

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        self.asked += jobs
        return OfflineDrafter().answer(jobs)


class Changed:
    """A model that answers like the offline drafter, but for one job."""

    name = "another model"

    def __init__(self, letter: str, answer: Callable[[Answer], Answer]) -> None:
        self._letter, self._answer = letter, answer

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        drafts = OfflineDrafter().answer(jobs)
        return [
            self._answer(draft) if job.spec.job == self._letter else draft
            for job, draft in zip(jobs, drafts, strict=True)
        ]


def through(model: object, *leads: dict[str, object]) -> SmallTeam:
    """A team whose leads a model has accompanied to a draft that names its variant."""
    team = SmallTeam(*(leads or (lead(NORD),)), model=model)
    for tab, cells in (
        ("Qualification", DECIDED),
        ("Outreach", {"Angle": "the yard", "Stop condition": "an answer"}),
        ("Outreach", {"Variant": "A"}),
        ("Outreach", {"Approved by": "Ben"}),
    ):
        for row in leads or (lead(NORD),):
            team.types(tab, cells, str(row["Company"]))
        team.sync()
    return team


def marked(company: str, mark: str) -> dict[str, object]:
    """A lead that carries a mark in each text."""
    own = lead(company)
    texts = ("Role", "Source notes", "Probable problem", "Relevance signal", "Contact", "Website")
    notes = f"{LEAD['Source notes']} The yard is called {mark}. {LEAD['Relevance signal']} {mark}"
    return own | {title: f"{own[title]} {mark}" for title in texts} | {"Source notes": notes}


def test_r56_a_model_sees_only_the_stored_input_of_the_one_lead():
    model = Recorder()
    team = through(model, marked(NORD, "Aster"), marked(SOUTH, "Begonia"))
    for company, mark in ((NORD, "Aster"), (SOUTH, "Begonia")):
        team.types("Outreach", {"Sent on": on(2)}, company)
        team.sync("2026-03-02")
        team.types("Follow-up", {"Reply text": f"Who are you? {mark}"}, company)
        team.types("CRM", {"Conversation notes": f"Call {company} on Friday. {mark}"}, company)
    team.sync(THU)
    assert {job.spec.job for job in model.asked} == set("abcdefghijk")
    allowed = {spec.title for tab in whole().tabs for spec in tab.columns if spec.owner != "ai"}
    made = {
        "Touch",
        "Sent so far",
        "Scorecard",
        "Our claims",
        "Sender",
        "Address",
        "Opt-out sentence",
    }
    for job in model.asked:
        other = "Begonia" if job.lead_id.startswith("L-0001") else "Aster"
        assert other not in " ".join(job.inputs.values())
        assert set(job.inputs) <= set(job.spec.inputs) & (allowed | made)
        assert not any(title.startswith("AI ") for title in job.inputs)


@pytest.mark.parametrize("tab", ["Research", "Outreach", "Follow-up", "CRM"])
def test_r57_r62_each_claim_of_an_answer_shows_its_words_its_cell_its_day_and_its_model(tab):
    team = at("sent")
    team.types("Follow-up", {"Reply text": "We have planners. What does it cost?"})
    team.types("CRM", {"Conversation notes": "Dana is on leave. Send the price list on Friday."})
    team.sync(THU)
    stored = {title: str(value) for name in ("CRM", "Follow-up", "Outreach", "Qualification", "Research")
              for title, value in team.row(name).items() if value}  # fmt: skip
    quoted = 0
    for line in team.says(tab, "AI evidence").split("\n"):
        claim = re.fullmatch(r"AI [\w ]+ ← ([\w ]+): “(.*)”", line)
        origin = re.fullmatch(r"\(job [a-k]: offline drafter, 2026-03-0[25], from [\w, -]+\)", line)
        assert claim or origin, line
        if claim:
            quoted += 1
            assert claim[2] in " ".join(stored[claim[1]].split())
    assert quoted


def test_r58_a_draft_without_a_citation_does_not_come_into_the_sheet():
    bare = Changed("f", lambda answer: Answer({**answer.cells, "AI draft": UNTRUE}))
    team = through(bare)
    assert team.says("Outreach", "AI draft") == "unknown"
    assert "no message yet" in team.says("Outreach", "Ready to send")


@pytest.mark.parametrize(
    "quote",
    ["grew 40% last year", "The careers page lists 14 open roles", "opened a second cross-dock"],
    ids=["a quote that stands nowhere", "a true quote of another claim", "the signal"],
)
def test_r58_a_draft_is_held_by_the_program_whatever_the_model_cites(quote: str):
    def lie(answer: Answer) -> Answer:
        sources = ("Source notes", "Verified signal")
        claims = tuple(Claim("AI draft", quote, source) for source in sources)
        return Answer({**answer.cells, "AI draft": UNTRUE}, claims)

    team = through(Changed("f", lie))
    assert team.says("Outreach", "Ready to send").startswith("no: ")
    if team.says("Outreach", "AI draft") != "unknown":
        assert "40" in team.says("Outreach", "Draft check")
        assert "OU002" in team.codes("Outreach")


def test_r59_what_a_model_leaves_open_is_written_as_unknown_and_never_sent():
    empty = Changed("f", lambda _: Answer({}))
    team = through(empty)
    assert team.says("Outreach", "AI draft") == team.says("Outreach", "AI subject") == "unknown"
    assert team.says("Outreach", "Draft check") == ""
    assert "no message yet" in team.says("Outreach", "Ready to send")


def test_r60_an_accepted_suggestion_or_an_ai_cell_proves_nothing():
    team = at("approved")
    claim = "Nordhafen won a prize in 2023."
    team.types("Outreach", {"AI angles": claim, "AI evidence": claim})
    team.types("Research", {"AI note": claim, "AI suggested signal": claim})
    team.types("CRM", {"AI clean note": claim, "Accept suggestions": True})
    team.types("Outreach", {"Final message": f"Hello Dana,\n\n{claim}"})
    team.sync()
    assert team.says("Outreach", "Draft check").startswith("HELD")


def test_r61_a_persons_follow_up_goes_through_the_same_gate_or_is_vouched_for():
    team = at("due")
    team.types("Follow-up", {"Final message": UNPROVEN, "Approved by": "Ben, again"})
    team.sync()
    assert team.says("Follow-up", "Ready to send").startswith("no: HELD")
    team.types("Follow-up", {"Vouched by": "Cleo"})
    team.sync()
    assert team.says("Follow-up", "Draft check").startswith("ok: vouched for by Cleo (HELD")
    assert team.says("Follow-up", "Ready to send") == "yes"
    team.types(
        "Follow-up", {"Final message": UNPROVEN.replace("40", "50"), "Approved by": "Ben, 3"}
    )
    team.sync()
    assert team.says("Follow-up", "Ready to send").startswith("no: HELD")
    team.types("Follow-up", {"Final message": PROVEN, "Approved by": "Ben, 4"})
    team.sync()
    assert team.says("Follow-up", "Ready to send") == "yes"


@pytest.mark.parametrize(
    ("tab", "column"),
    [("Outreach", "AI draft"), ("Follow-up", "AI next touch"), ("CRM", "AI clean note")],
)
def test_r62_a_persons_text_in_an_ai_cell_is_theirs_until_they_clear_it(tab, column):
    team = at("sent")
    team.types("CRM", {"Conversation notes": "Dana is on leave."})
    team.sync()
    before = team.says(tab, column)
    assert before
    team.types(tab, {column: "My own words."})
    team.types("Research", {"Source notes": f"{LEAD['Source notes']} They run 3 docks."})
    team.types("CRM", {"Conversation notes": "Dana is on leave until May."})
    team.sync(THU)
    assert team.says(tab, column) == "My own words."


def test_r65_angles_and_variants_rest_on_the_same_words_as_the_draft():
    team = at("drafted")
    quotes = {
        line.partition(" ← ")[0]: line.partition(" ← ")[2]
        for line in team.says("Outreach", "AI evidence").split("\n")
        if line.startswith(("AI draft", "AI variants"))
    }
    assert quotes["AI draft"] == quotes["AI variants"]
    angles = team.says("Outreach", "AI angles").split("\n")
    assert 1 < len(angles) <= 4
    assert all(re.search("“(.+)”", line) for line in angles)


def test_r65_a_variant_that_adds_an_unproven_claim_does_not_come_into_the_sheet():
    def add(answer: Answer) -> Answer:
        text = answer.cells["AI variants"].replace("C:\n", f"C:\n{UNTRUE}\n\n")
        return replace(answer, cells={"AI variants": text})

    team = through(Changed("g", add))
    assert team.says("Outreach", "Ready to send") == "yes"
    variants = team.says("Outreach", "AI variants")
    assert variants.startswith("B:\n")
    assert "40%" not in variants
    assert "C:\n" not in variants
    team.types("Outreach", {"Variant": "C", "Approved by": "Ben, C"})
    team.sync()
    assert team.says("Outreach", "Ready to send").startswith("no: no message yet")


def test_r66_the_next_touch_says_something_new_in_the_leads_own_words():
    team = at("sent")
    notes = team.says("Research", "Source notes")
    said = team.says("Outreach", "Sent message")
    for number, day in ((2, "2026-03-05"), (3, "2026-03-12")):
        own = f"L-0001/{number}"
        text = team.says("Follow-up", "AI next touch", own)
        (quote,) = re.findall("“(.+?)”", text)
        assert quote in notes
        assert quote not in said
        said += text
        team.sync(day)
        assert "FU007" not in team.codes("Follow-up")
        team.types("Follow-up", {"Approved by": "Ben"}, own)
        team.sync(day)
        team.types("Follow-up", {"Sent on": on(int(day[-2:]))}, own)
        team.sync(day)
    # Nothing new is left in three sentences of notes: that is said, not made up.
    assert team.says("Follow-up", "AI next touch", "L-0001/4") == "unknown"


def test_r66_a_reply_is_summarised_in_the_buyers_own_words():
    team = at("sent")
    reply = "Hello Ben,\n\nwe have two planners for that.\nWhat does it cost?\n\nBest\nDana"
    team.types("Follow-up", {"Reply text": reply})
    team.sync()
    row = team.row("Follow-up")
    assert row["AI reply kind"] == "question"
    assert row["AI objection or question"] == "What does it cost?"
    assert str(row["AI reply summary"]) in " ".join(reply.split())
    assert row["Reply text"] == reply


def test_r67_conversation_text_becomes_a_dated_next_action_and_stays_as_it_was():
    team = at("sent")
    notes = "hi all,\n\nspoke with Dana.  Send the price list on 12 March 2026.\n\n> earlier mail"
    team.types("CRM", {"Conversation notes": notes})
    team.sync()
    row = team.row("CRM")
    assert row["Conversation notes"] == notes
    assert "Send the price list" in str(row["AI next action"])
    assert str(row["AI next action on"])[:10] == "2026-03-12"
    assert "earlier mail" not in str(row["AI clean note"])
    assert row["Next step"] == "Send the next touch", "a suggestion alone changes nothing"


def test_r75_a_model_may_raise_a_risk_and_only_a_person_lowers_it():
    raising = Changed("d", lambda _: Answer({"AI missing evidence": "Missing: who signs"}))
    team = SmallTeam(lead(NORD), model=raising)
    asked = DECIDED | {"Risk or missing evidence": None, "Accept suggestions": True}
    team.types("Qualification", asked)
    team.sync()
    assert "QL008" in team.codes("Qualification")
    # A model that finds nothing now does not take back what is on the row; a name does.
    team.model = Changed("d", lambda _: Answer({"AI missing evidence": "none found"}))
    team.types("Research", {"Source notes": f"{LEAD['Source notes']} They run 3 docks."})
    team.types("Qualification", {"Reason": "read again"})
    team.sync()
    assert "QL008" in team.codes("Qualification")
    team.types("Qualification", {"Missing evidence accepted by": "Cleo"})
    team.sync()
    assert "QL008" not in team.codes("Qualification")


def test_r75_a_persons_risk_stands_whatever_a_model_says():
    calm = Changed("d", lambda _: Answer({"AI missing evidence": "none found"}))
    team = SmallTeam(lead(NORD), model=calm)
    own = {"Risk or missing evidence": "Missing: budget", "Accept suggestions": True}
    team.types("Qualification", DECIDED | own)
    team.sync()
    assert "QL008" in team.codes("Qualification")


@pytest.mark.parametrize(
    "text",
    [
        "Please take me off your list.",
        "Delivery to the following recipient failed permanently: 550 5.1.1 user unknown",
    ],
)
def test_r75_r68_an_opt_out_or_a_bounce_stops_though_a_model_calls_it_positive(text):
    kind = Changed("i", lambda answer: Answer({**answer.cells, "AI reply kind": "positive"}))
    team = at("due")
    team.model = kind
    team.types("Follow-up", {"Reply text": text, "Reply decision": "continue", "Decided by": "Ben"})
    team.sync()
    assert team.says("Follow-up", "Ready to send") in ("no: opted out", "no: bounced")
    assert team.state() == {"Stopped"}
    assert len(team.rows("Do not contact")) == 1


@pytest.mark.parametrize("kind", ["opt-out", "bounce"])
def test_r68_what_a_model_alone_takes_for_a_stop_waits_for_a_person_as_any_answer(kind):
    team = at("due")
    team.model = Changed("i", lambda answer: Answer({**answer.cells, "AI reply kind": kind}))
    team.types("Follow-up", {"Reply text": "Yes, please send me the plan for two docks."})
    team.sync()
    team.sync()
    assert team.says("Follow-up", "AI reply kind") == kind
    assert "FU001" in team.codes("Follow-up")
    assert team.rows("Do not contact") == []
    assert team.state() != {"Stopped"}
    team.types("Follow-up", {"Reply decision": "live", "Decided by": "Ben"})
    team.sync()
    assert team.rows("Do not contact") == []
    assert team.state() != {"Stopped"}


def test_r75_a_person_who_names_a_reply_an_opt_out_stops_at_once():
    team = at("due")
    team.types("Follow-up", {"Reply text": "Basta.", "AI reply kind": "opt-out"})
    team.sync()
    assert len(team.rows("Do not contact")) == 1
    team.types("Follow-up", {"Reply text": ""})
    team.sync()
    assert team.state() == {"Stopped"}


# Requirements that the tests above prove, by the numbers in their names:
# R56 R57 R58 R59 R60 R61 R62 R65 R66 R67 R68 R75
