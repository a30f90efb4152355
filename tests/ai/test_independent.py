"""The second opinion itself: it minds what is invented and lets pass what is quoted."""

from tests.ai.independent import objections

CELLS = {
    "Company": "Nordhafen",
    "Contact": "Dana Nord",
    "Source notes": "Nordhafen has 14 open roles.",
}


def test_it_minds_numbers_names_and_words_that_stand_in_no_cell():
    for invented in (
        "You have 15 open roles.",
        "Osaka has 14 open roles.",
        "You are growing fast.",
    ):
        assert objections(f"Hello Dana,\n\n{invented}\n\nBest regards", CELLS) == [invented]


def test_it_lets_pass_what_a_cell_says_and_plain_questions():
    for said in (
        "You have 14 open roles.",
        "I read: “14 open roles”.",
        "Shall we talk about roles?",
    ):
        assert objections(f"Hello Dana,\n\n{said}\n\nBest regards", CELLS) == []


def test_a_month_may_be_cut_short_and_stays_the_same_month():
    cells = {"Source notes": "The yard opened 1 Sept 2025. Their marketing lead left."}
    assert objections("I noted: “The yard opened 1 September 2025”.", cells) == []
    assert objections("The yard opened 1 October 2025.", cells) != []
    assert objections("The lead left in March.", cells) != []
