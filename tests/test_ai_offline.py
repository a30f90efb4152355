"""AI columns without a model: the lead's own words, quoted, in cells that people can take over."""

from typing import Any

import pytest

from sheetsync import resources
from sheetsync.ai.jobs import Answer, Claim, Job, for_tab, grounded, specs
from sheetsync.ai.notes import sentences
from sheetsync.ai.offline import OfflineDrafter
from sheetsync.errors import ContractError
from tests.workbooks import DECIDED, Team, lead, team, whole

RESEARCH_CELLS = ("AI note", "AI suggested problem", "AI suggested signal", "AI mismatch")

RICH = (
    "Rich is hiring 12 dispatchers. Dock planning is manual and slow. "
    "The press release says that they launched a new hub in Ohio."
)


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    own = team(tmp_path_factory.mktemp("ai") / "sales.xlsx", lead("Rich", Source_notes=RICH))
    own.sync()
    return own


@pytest.fixture
def answered(first, tmp_path) -> Team:
    """A lead whose AI cells have been filled on Monday."""
    return first.copied(tmp_path)


def ai_lines(own: Team) -> list[str]:
    told = [row["Detail"] for row in own.rows("Log") if row["Event"] == "AI job"]
    return [line for detail in told for line in detail.split("\n")]


def test_r63_research_gets_a_short_note_a_problem_and_a_signal_in_its_own_words(answered):
    row = answered.row("Research", "Rich")
    assert row["AI note"] == RICH
    assert row["AI suggested problem"] == "Dock planning is manual and slow."
    assert row["AI suggested signal"] == "Rich is hiring 12 dispatchers."
    assert row["AI mismatch"] == "none found"


def test_r59_what_the_input_does_not_say_stays_unknown(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Plain", Source_notes="Plain makes chairs."))
    own.sync()
    row = own.row("Research", "Plain")
    assert row["AI note"] == "Plain makes chairs."
    assert row["AI suggested problem"] == row["AI suggested signal"] == "unknown"


def test_r63_an_obvious_mismatch_is_named_with_both_fields(tmp_path):
    own = team(
        tmp_path / "sales.xlsx",
        lead("Acme", Reachable_path="dana@other.example"),
        lead("Bolt", Source_notes="Nordhafen is a carrier."),
        lead("Cargo", Source_notes="It is a carrier."),
    )
    own.sync()
    assert own.row("Research", "Acme")["AI mismatch"] == (
        "Website is at acme.example, Reachable path is at other.example"
    )
    assert own.row("Research", "Bolt")["AI mismatch"] == (
        "Company is “Bolt”, Source notes speak of “Nordhafen”"
    )
    assert own.row("Research", "Cargo")["AI mismatch"] == "none found"


def test_r64_qualification_gets_ratings_a_suggestion_and_what_is_missing(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Rich", Source_notes=RICH))
    own.sync()
    row = own.row("Qualification", "Rich")
    timing = next(line for line in row["AI ratings"].split("\n") if line.startswith("Timing"))
    assert (
        timing
        == "Timing: strong — “The press release says that they launched a new hub in Ohio.” (Source notes)"
        or timing.startswith("Timing: ")
    )
    assert row["AI suggested decision"] in ("pursue", "nurture", "skip", "unknown")
    assert "Missing: evidence on ICP match" in row["AI missing evidence"].split("\n")
    assert row["AI evidence note"] in RICH
    assert row["Decision"] is None


def test_r62_every_answer_shows_its_inputs_its_day_and_its_model(answered):
    lines = answered.row("Research", "Rich")["AI evidence"].split("\n")
    assert "(job a: offline drafter, 2026-03-02, from Company, Source notes)" in lines
    assert any(line.startswith("(job b: offline drafter, 2026-03-02, from ") for line in lines)
    judged = answered.row("Qualification", "Rich")["AI evidence"]
    assert "(job c: offline drafter, 2026-03-02, from Source notes, " in judged
    assert "(job d: offline drafter, 2026-03-02, from " in judged
    assert len(ai_lines(answered)) == 4


@pytest.mark.parametrize("tab", ["Research", "Qualification"])
def test_r57_every_quote_stands_word_for_word_in_the_cell_that_it_cites(answered, tab):
    research = answered.row("Research", "Rich")
    lines = answered.row(tab, "Rich")["AI evidence"].split("\n")
    quotes = [line for line in lines if "←" in line]
    assert quotes
    for line in quotes:
        _, source = line.split(" ← ", 1)
        column, quote = source.split(": “", 1)
        assert quote.removesuffix("”") in research[column], line


def test_p10_a_second_sync_asks_nothing_and_writes_nothing(answered):
    asked = len(ai_lines(answered))
    assert answered.sync()["changes"] == []
    assert len(ai_lines(answered)) == asked


def test_a_cell_is_filled_again_when_its_input_has_changed(answered):
    answered.types(
        "Research", "Rich", {"Source notes": "Rich plans docks by hand, which is costly."}
    )
    answered.sync()
    row = answered.row("Research", "Rich")
    assert row["AI suggested problem"] == "Rich plans docks by hand, which is costly."
    assert row["AI suggested signal"] == "unknown"
    assert "hiring" not in row["AI evidence"]


def test_a_persons_text_locks_the_cell_and_the_others_go_on(answered):
    answered.types("Research", "Rich", {"AI suggested problem": "Ana knows better"})
    answered.types("Research", "Rich", {"Source notes": "Rich is hiring. The docks are slow."})
    report = answered.sync()
    row = answered.row("Research", "Rich")
    assert row["AI suggested problem"] == "Ana knows better"
    assert row["AI note"] == "Rich is hiring. The docks are slow."
    assert answered.codes("Rich", "Research", report) == set(), "it is theirs to take"
    assert answered.sync()["changes"] == []


@pytest.mark.parametrize("column", ["AI suggested signal", "AI mismatch", "AI evidence"])
def test_a_cleared_cell_means_do_it_again_once(answered, column):
    before = answered.row("Research", "Rich")
    answered.types("Research", "Rich", {column: None})
    answered.sync()
    assert answered.row("Research", "Rich")[column] == before[column]
    asked = len(ai_lines(answered))
    assert answered.sync()["changes"] == []
    assert len(ai_lines(answered)) == asked


def test_a_cell_that_a_person_took_over_is_the_syncs_again_once_cleared(answered):
    answered.types("Research", "Rich", {"AI note": "mine"})
    assert answered.sync()["changes"] == []
    answered.types("Research", "Rich", {"AI note": None})
    answered.sync()
    assert answered.row("Research", "Rich")["AI note"] == RICH


def test_a_formula_in_an_ai_cell_is_a_persons_and_is_asked_for_by_nobody(answered):
    answered.types("Research", "Rich", {"AI note": "=B3", "Source notes": "Rich is hiring."})
    answered.sync()
    assert answered.row("Research", "Rich")["AI note"] == "=B3"
    asked = len(ai_lines(answered))
    assert answered.sync()["changes"] == []
    assert len(ai_lines(answered)) == asked


def test_a_persons_evidence_lines_stay(answered):
    answered.types("Research", "Rich", {"AI evidence": "checked by Ana", "AI mismatch": None})
    answered.sync()
    row = answered.row("Research", "Rich")
    assert row["AI evidence"] == "checked by Ana"
    assert row["AI mismatch"] == "none found"


def test_no_ai_fills_no_ai_cell_and_leaves_those_that_are_there(answered):
    answered.adds("Research", lead("Bolt"))
    answered.types("Research", "Rich", {"Source notes": "Changed."})
    before = {title: answered.row("Research", "Rich")[title] for title in RESEARCH_CELLS}
    answered.sync("--no-ai")
    assert {title: answered.row("Research", "Rich")[title] for title in RESEARCH_CELLS} == before
    assert [answered.row("Research", "Bolt")[title] for title in RESEARCH_CELLS] == [None] * 4


def test_accepted_suggestions_complete_a_lead_and_the_log_tells_whose_they_are(tmp_path):
    bare = lead(
        "Rich", Source_notes=RICH, Probable_problem=None, Relevance_signal=None, Signal_source=None
    )
    own = team(tmp_path / "sales.xlsx", bare)
    own.sync()
    assert own.rows("Qualification") == []
    own.types("Research", "Rich", {"Accept suggestions": True})
    report = own.sync()
    assert own.codes("Rich", "Research", report) == set()
    record = own.row("Qualification", "Rich")
    assert record["Probable problem"] == "Dock planning is manual and slow."
    assert record["Relevance signal"] == "Rich is hiring 12 dispatchers."
    assert own.row("Research", "Rich")["Probable problem"] is None, "a person's cell stays theirs"
    (line,) = (row for row in own.rows("Log") if row["Event"] == "handoff to Qualification")
    assert (
        "Probable problem: Dock planning is manual and slow. (accepted suggestion)"
        in line["Detail"]
    )


def test_an_accepted_unknown_is_no_value(tmp_path):
    own = team(
        tmp_path / "sales.xlsx",
        lead(
            "Plain",
            Source_notes="Plain makes chairs.",
            Probable_problem=None,
            Accept_suggestions=True,
        ),
    )
    report = own.sync()
    assert own.codes("Plain", "Research", report) == {"RS001"}


def test_a_persons_own_text_comes_before_a_suggestion(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Rich", Source_notes=RICH, Accept_suggestions=True))
    own.sync()
    assert own.row("Qualification", "Rich")["Probable problem"] == "Dock scheduling in spreadsheets"


def test_accepted_texts_pass_but_never_a_decision_a_rating_or_a_gate(tmp_path):
    own = team(
        tmp_path / "sales.xlsx", lead("Rich", Source_notes=RICH, Sensitive=True, Segment="Rail")
    )
    own.sync()
    own.types("Qualification", "Rich", {"Accept suggestions": True})
    own.sync()
    row = own.row("Qualification", "Rich")
    assert row["Decision"] is None
    assert row["Score"] is None
    typed: dict[str, Any] = {"Decision": "pursue", "Reason": "they grow", "Decided by": "Ben"}
    own.types("Qualification", "Rich", typed)
    report = own.sync()
    codes = own.codes("Rich", "Qualification", report)
    assert codes == {"QL007", "QL008", "QL009"}, (
        "texts count; segment, gap and account wait for people"
    )
    assert own.rows("Outreach") == []
    own.types("Research", "Rich", {"Segment": "Freight"})
    own.types(
        "Qualification",
        "Rich",
        {"Missing evidence accepted by": "Cleo", "Account approved by": "Cleo"},
    )
    own.sync()
    record = own.row("Outreach", "Rich")
    assert record["Evidence note"] in RICH
    assert record["Risk or missing evidence"].startswith("Missing: ")
    (line,) = (entry for entry in own.rows("Log") if entry["Event"] == "handoff to Outreach")
    assert line["Detail"].count("(accepted suggestion)") == 2
    assert own.row("Qualification", "Rich")["Evidence note"] is None


def test_an_accepted_suggestion_is_not_evidence(tmp_path):
    typed = {"AI suggested signal": "won a prize for 77 lorries", "Accept suggestions": True}
    own = team(tmp_path / "sales.xlsx", lead("Nord", Relevance_signal=None) | typed)
    own.sync()
    own.types("Qualification", "Nord", {**DECIDED, "Evidence note": "won a prize for 77 lorries"})
    report = own.sync()
    assert own.row("Qualification", "Nord")["Relevance signal"] == "won a prize for 77 lorries"
    assert "QL004" in own.codes("Nord", "Qualification", report)


def test_ai_cells_are_no_evidence_for_a_note(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Nord"))
    own.types("Research", "Nord", {"AI note": "They own 77 lorries"})
    own.sync()
    own.types("Qualification", "Nord", {**DECIDED, "Evidence note": "77 lorries"})
    assert "QL004" in own.codes("Nord", "Qualification", own.sync())


def test_once_a_person_has_decided_no_suggestion_is_made_any_more(answered):
    answered.types("Qualification", "Rich", DECIDED)
    asked = len([line for line in ai_lines(answered) if line.startswith(("Job c", "Job d"))])
    answered.types(
        "Research", "Rich", {"Source notes": RICH + " The careers page lists 14 open roles."}
    )
    answered.sync()
    assert (
        len([line for line in ai_lines(answered) if line.startswith(("Job c", "Job d"))]) == asked
    )


# What the program keeps of an answer, whoever gave it.


def job(letter: str, **inputs: str) -> Job:
    return Job(specs()[letter], "L-0001", {k.replace("_", " "): v for k, v in inputs.items()})


def test_r57_a_quote_that_is_not_in_its_cell_does_not_stand_and_its_column_is_unknown():
    asked = job("a", Company="Nord", Source_notes="Nord has 14 roles.")
    answer = Answer(
        {"AI note": "Nord has 15 roles.", "AI suggested signal": "14 roles"},
        (
            Claim("AI note", "15 roles", "Source notes"),
            Claim("AI note", "14 roles", "Company"),
            Claim("AI note", " ", "Source notes"),
            Claim("AI suggested signal", "14 roles", "Source notes"),
        ),
    )
    kept = grounded(asked, answer)
    assert kept.cells == {
        "AI note": "unknown",
        "AI suggested problem": "unknown",
        "AI suggested signal": "14 roles",
    }
    assert [claim.column for claim in kept.claims] == ["AI suggested signal"]


def test_an_answer_is_cut_at_a_word_at_its_columns_length():
    asked = job("b", Company="Nord")
    kept = grounded(asked, Answer({"AI mismatch": "word " * 100}))
    assert len(kept.cells["AI mismatch"]) <= 300
    assert kept.cells["AI mismatch"].endswith("word…")


def test_a_long_note_is_shortened_to_whole_words_that_stand_in_the_notes():
    notes = "Nord " + "plans docks by hand " * 40
    (answer,) = OfflineDrafter().answer([job("a", Company="Nord", Source_notes=notes)])
    assert answer.cells["AI note"] in notes
    assert len(answer.cells["AI note"]) <= 280


def test_lines_kept_from_an_imported_list_come_after_the_sentences():
    assert sentences("Employees: 40\nNord grows. It hires.\nNote: see below.") == [
        "Nord grows.", "It hires.", "Note: see below.", "Employees: 40",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("notes", "decision"),
    [
        ("Serves another region and a different industry.", "skip"),
        ("Nothing here.", "unknown"),
    ],
)
def test_r64_a_suggestion_follows_from_the_ratings(notes, decision):
    card = "Fit (weight 3, must have): strong = hospital wards; weak = Another industry or different region"
    (answer,) = OfflineDrafter().answer([job("c", Source_notes=notes, Scorecard=card)])
    assert answer.cells["AI suggested decision"] == decision


@pytest.mark.parametrize(
    ("card", "decision"),
    [
        ("Fit (weight 3): strong = hospital beds planning; weak = none", "pursue"),
        ("Fit (weight 3): strong = hospital; weak = none\nTime (weight 1): strong = funding; weak = x\nRole (weight 1): strong = sponsor; weak = x", "nurture"),
        ("Fit (weight 3): strong = hospital beds; weak = none\nMust (weight 1, must have): strong = z; weak = x", "nurture"),
        ("not a criterion", "unknown"),
    ],
)  # fmt: skip
def test_r64_known_ratings_weigh_against_the_whole_scorecard(card, decision):
    asked = job("c", Source_notes="Plans hospital beds.", Scorecard=card)
    (answer,) = OfflineDrafter().answer([asked])
    assert answer.cells["AI suggested decision"] == decision


def test_r64_missing_fields_and_unproven_criteria_are_listed():
    card = "Fit (weight 3): strong = hospital beds; weak = none\nno criterion"
    (answer,) = OfflineDrafter().answer([job("d", Company="Nord", Scorecard=card, Role="COO")])
    assert answer.cells["AI missing evidence"].split("\n") == [
        "Missing: who to talk to",
        "Missing: research notes",
        "Missing: a relevance signal",
        "Missing: the probable problem",
        "Missing: evidence on Fit",
    ]
    full = job(
        "d", Company="N", Contact="D", Role="COO", Source_notes="hospital beds",
        Relevance_signal="x", Probable_problem="y", Scorecard=card,
    )  # fmt: skip
    (answer,) = OfflineDrafter().answer([full])
    assert answer.cells["AI missing evidence"] == "none found"


def own_prompt(folder, monkeypatch, old: str, new: str) -> None:
    place = folder / "templates" / "prompts"
    place.mkdir(parents=True)
    text = resources.template_text("prompts/a.yaml")
    assert old in text
    (place / "a.yaml").write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.chdir(folder)
    specs.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("job: a", "job: z", r"prompts/a\.yaml is not a valid job: at job"),
        ("needs: [Source notes]", "needs: [Role]", r"needs \['Role'\], which is not among"),
    ],
)
def test_a_prompt_file_that_cannot_be_used_is_named(tmp_path, monkeypatch, old, new, words):
    own_prompt(tmp_path, monkeypatch, old, new)
    try:
        with pytest.raises(ContractError, match=words):
            specs()
    finally:
        specs.cache_clear()


def test_a_prompt_fills_no_column_that_is_not_its_own(tmp_path, monkeypatch):
    own_prompt(tmp_path, monkeypatch, "AI note:", "AI mismatch:")
    try:
        with pytest.raises(
            ContractError, match="fills “AI mismatch”, but the contract of Research"
        ):
            for_tab(whole()["Research"])
    finally:
        specs.cache_clear()


# Requirements that the tests above prove, by the numbers in their names:
# R57 R59 R62 R63 R64


def test_a_message_never_quotes_what_else_an_imported_list_said_of_the_lead():
    inputs = {
        "Contact": "Dana",
        "Touch": "3",
        "Sent so far": "Hello Dana,\n\nI read: “Opened a dock”.",
        "Source notes": "Opened a dock.\nLead score: 87\nOwner: Sven\nInternal comment: not easy",
    }
    (answer,) = OfflineDrafter().answer([Job(specs()["h"], "L-0001", inputs)])
    assert answer.cells["AI next touch"] == "unknown"
