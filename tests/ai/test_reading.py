"""What becomes of an answer's values: the program copies quotations, and leaves out what it finds nowhere."""

from datetime import date

from sheetsync.ai.jobs import Job, specs
from sheetsync.ai.reading import read_answer

CARD = (
    "ICP match (weight 1): strong = a carrier; weak = a shop\n"
    "Timing (weight 1, must have): strong = a recent change; weak = none"
)
NOTES = "Nordhafen runs 14 docks in Memphis. Planning is manual."


def read(letter, values, **inputs):
    own = {"Company": "Nordhafen", "Source notes": NOTES, **inputs}
    return read_answer(Job(specs()[letter], "L-1", own, date(2026, 3, 2)), values)


def test_a_rating_counts_for_a_criterion_of_the_team_and_with_its_quotation_only():
    rated = [
        {
            "criterion": "icp match",
            "rating": "strong",
            "quote": "runs 14 docks",
            "column": "Source notes",
        },
        {
            "criterion": "Timing",
            "rating": "strong",
            "quote": "growing like mad",
            "column": "Source notes",
        },
        {
            "criterion": "Charm",
            "rating": "strong",
            "quote": "Planning is manual",
            "column": "Source notes",
        },
    ]
    values = {"AI ratings": rated, "AI suggested decision": "pursue", "AI evidence note": []}
    answer = read("c", values, Scorecard=CARD)
    assert answer.cells["AI ratings"].split("\n") == [
        "ICP match: strong — “runs 14 docks” (Source notes)",
        "Timing: unknown",
    ]
    assert answer.cells["AI suggested decision"] == "pursue"
    assert answer.cells["AI evidence note"] == "unknown"


def test_a_mismatch_needs_both_of_its_sides_word_for_word():
    true = {
        "column": "Company",
        "says": "Nordhafen",
        "other_column": "Website",
        "other_says": "sued.example",
    }
    false = {**true, "other_says": "west.example"}
    answer = read("b", {"AI mismatch": [false, true]}, Website="sued.example")
    assert answer.cells["AI mismatch"] == "Company says “Nordhafen”, Website says “sued.example”"
    assert (
        read("b", {"AI mismatch": [false]}, Website="sued.example").cells["AI mismatch"]
        == "none found"
    )


def test_an_angle_keeps_its_quotation_and_loses_a_name_that_claims_more():
    angles = [
        {"angle": "They doubled revenue", "quote": "Planning is manual", "column": "Source notes"},
        {"angle": "Again", "quote": "Planning is manual", "column": "Source notes"},
        {"angle": "Invented", "quote": "They love golf", "column": "Source notes"},
    ]
    assert read("e", {"AI angles": angles}).cells["AI angles"] == "1. “Planning is manual”"


def test_what_is_missing_is_a_line_each_and_nothing_is_none_found():
    lines = read("d", {"AI missing evidence": ["Missing: budget", "who  signs", "=1+1", ""]})
    assert lines.cells["AI missing evidence"] == "Missing: budget\nMissing: who signs"


def test_a_date_is_one_that_the_notes_name_in_whatever_words():
    def on(value):
        quoted = [{"quote": "Call on 12 March", "column": "Conversation notes"}]
        values = {"AI next action": quoted, "AI next action on": value}
        return read("k", values, **{"Conversation notes": "Call on 12 March, please."}).cells[
            "AI next action on"
        ]

    assert on("2026-03-12") == "2026-03-12"
    assert on("2026-03-13") == on("soon") == on("unknown") == "unknown"


def test_a_column_holds_whole_quotations_only_and_no_more_than_it_may():
    long = "Nordhafen says that " + "docks are planned by hand and " * 9 + "nobody minds."
    quoted = [
        {"quote": text, "column": "Source notes"} for text in (long[:290], "Planning is manual")
    ]
    columns = ("AI note", "AI suggested problem", "AI suggested signal")
    answer = read("a", dict.fromkeys(columns, quoted), **{"Source notes": f"{long} {NOTES}"})
    assert answer.cells["AI note"] == "Planning is manual"
    assert [c.quote for c in answer.claims if c.column == "AI note"] == ["Planning is manual"]
