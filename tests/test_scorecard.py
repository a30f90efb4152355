"""The Scorecard is the team's: its criteria become columns, and nothing that they wrote is lost."""

from typing import Any

import pytest

from sheetsync.rules.scorecard import Criterion, score
from tests.workbooks import Team, header_of, lead, place_of, row_of, team


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    own = team(tmp_path_factory.mktemp("card") / "sales.xlsx", lead("Nord"))
    own.sync("--no-ai")
    return own


@pytest.fixture
def handed(first, tmp_path) -> Team:
    """A lead that waits in Qualification."""
    return first.copied(tmp_path)


def headers(own: Team) -> list[Any]:
    with own.editing() as book:
        sheet = book["Qualification"]
        return [cell.value for cell in sheet[header_of(sheet)]]


def test_r25_a_new_criterion_gets_its_column_before_the_engine_columns_and_none_is_removed(handed):
    handed.types("Qualification", "Nord", {"Fit: Timing": "strong"})
    with handed.editing() as book:
        book["Scorecard"].delete_rows(row_of(book["Scorecard"], "Timing"))
    handed.adds("Scorecard", {"Criterion": "Budget", "Weight": 4})
    report = handed.sync("--no-ai")
    added = [c for c in report["changes"] if c["column"] == "Fit: Budget"]
    assert added == [
        {
            "kind": "set",
            "tab": "Qualification",
            "lead_id": None,
            "column": "Fit: Budget",
            "before": None,
            "after": "Fit: Budget",
        }
    ]
    titles = headers(handed)
    assert titles.index("Fit: Timing") + 1 == titles.index("Fit: Budget") < titles.index("Score")
    assert handed.row("Qualification", "Nord")["Fit: Timing"] == "strong"
    handed.types("Qualification", "Nord", {"Fit: Budget": "partial"})
    handed.sync("--no-ai")
    explained = handed.row("Qualification", "Nord")["Score explained"]
    assert "Budget: partial, 2 of 4" in explained
    assert "Timing" not in explained
    assert handed.sync("--no-ai")["changes"] == []


def test_r25_a_new_column_is_shown_and_its_rating_is_checked(handed):
    handed.adds("Scorecard", {"Criterion": "Budget"})
    handed.sync("--no-ai")
    with handed.editing() as book:
        sheet = book["Qualification"]
        letter = sheet.cell(2, place_of(sheet, "Fit: Budget")).column_letter
        assert not sheet.column_dimensions[letter].hidden
    handed.types("Qualification", "Nord", {"Fit: Budget": "superb"})
    report = handed.sync("--no-ai")
    assert "SY002" in handed.codes("Nord", "Qualification", report)
    assert "Fit: Budget: “superb” is not allowed" in handed.row("Qualification", "Nord")["Flags"]


def test_r25_six_new_criteria_stay_before_the_engine_columns(handed):
    handed.adds("Scorecard", *({"Criterion": f"Extra {n}"} for n in range(6)))
    handed.sync("--no-ai")
    titles = headers(handed)
    for n in range(6):
        assert titles.index(f"Fit: Extra {n}") < titles.index("Score")


def test_r25_a_seventh_new_criterion_still_gets_its_column_at_the_end(handed):
    handed.adds("Scorecard", *({"Criterion": f"Extra {n}"} for n in range(7)))
    handed.sync("--no-ai")
    titles = headers(handed)
    # Six columns are kept ready before the computed ones; a file takes no column in between.
    assert titles.index("Fit: Extra 6") > titles.index("Sync state")


def test_a_teams_own_notes_below_a_blank_header_are_not_given_a_header(handed):
    with handed.editing() as book:
        sheet = book["Qualification"]
        column = place_of(sheet, "Fit: Timing") + 1
        assert sheet.cell(2, column).value is None
        sheet.cell(3, column).value = "our note"
    handed.adds("Scorecard", {"Criterion": "Budget"})
    handed.sync("--no-ai")
    with handed.editing() as book:
        sheet = book["Qualification"]
        assert sheet.cell(2, column).value is None
        assert sheet.cell(3, column).value == "our note"
        assert place_of(sheet, "Fit: Budget") == column + 1


def test_a_doubled_criterion_is_flagged_and_counts_once(handed):
    handed.adds("Scorecard", {"Criterion": "Timing", "Weight": 9})
    report = handed.sync("--no-ai")
    (found,) = (f for f in report["findings"] if f["tab"] == "Scorecard")
    assert found["code"] == "SY002"
    assert "“Timing” stands twice; each needs its own name" in found["message"]
    assert headers(handed).count("Fit: Timing") == 1


def test_a_weight_that_cannot_be_used_counts_one_and_is_flagged(handed):
    handed.types("Scorecard", "Timing", {"Weight": "heavy"})
    handed.types("Scorecard", "Buyer role", {"Weight": 101})
    handed.types("Qualification", "Nord", {"Fit: Timing": "strong"})
    report = handed.sync("--no-ai")
    assert handed.codes("Timing", "Scorecard", report) == {"SY002"}
    assert handed.codes("Buyer role", "Scorecard", report) == {"SY002"}
    explained = handed.row("Qualification", "Nord")["Score explained"]
    assert "Timing: strong, 1 of 1" in explained
    assert "Buyer role: not rated, 0 of 1" in explained


def test_a_header_typed_in_other_letters_is_the_same_criterion(handed):
    with handed.editing() as book:
        sheet = book["Qualification"]
        sheet.cell(2, place_of(sheet, "Fit: Timing")).value = "FIT:  timing"
        sheet.cell(3, place_of(sheet, "FIT:  timing")).value = "strong"
    report = handed.sync("--no-ai")
    assert "Timing: strong, 2 of 2" in handed.row("Qualification", "Nord")["Score explained"]
    assert [c for c in report["changes"] if str(c["column"]).startswith("Fit")] == []


def test_without_weights_or_ratings_there_is_no_score():
    nothing = Criterion("Timing", 0.0, "", "", must_have=False)
    assert score([nothing], {"Timing": "strong"}) == (None, "Not rated yet")
    assert score([], {}) == (None, "Not rated yet")


# Requirements that the tests above prove, by the numbers in their names:
# R25
