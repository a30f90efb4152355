"""Next actions and clean notes are pieces of the pasted text (R67 j, R67 k)."""

from datetime import date

from sheetsync.replies.actions import next_action
from sheetsync.replies.notes import clean_note
from tests.evidence.families import family

TODAY = date(2026, 11, 22)
NOTE = (
    "Hi Anna,\n\nHope you're well. Thanks for the call. We need the docks by 12 March because the   old contract ends. "
    "Budget is 40k EUR. Our office dog is called Rex.\n\nBest regards,\nBob\n\n"
    "On Mon, 16 Nov 2026 Anna <a@example.com> wrote:\n> Buy it"
)


@family(
    ("text", "action", "on"),
    [
        ("Spoke with Ann. Call back Tuesday.", "Call back Tuesday.", date(2026, 11, 24)),
        ("Send the proposal by 12 March", "Send the proposal by 12 March", date(2027, 3, 12)),
        (
            "We agreed to meet on 2026-12-03 at 10.",
            "We agreed to meet on 2026-12-03 at 10.",
            date(2026, 12, 3),
        ),
        ("- Send the deck\n- Call Bob on Friday", "Call Bob on Friday", date(2026, 11, 27)),
        (
            "Next step: demo with the COO in two weeks",
            "Next step: demo with the COO in two weeks",
            date(2026, 12, 6),
        ),
        (
            "Bitte am 3. Dezember zurückrufen.",
            "Bitte am 3. Dezember zurückrufen.",
            date(2026, 12, 3),
        ),
        ("Please send pricing.", "Please send pricing.", None),
        ("Call on 1 May 2020.", "Call on 1 May 2020.", None),
    ],
)
def test_the_next_action_is_quoted_with_its_date(text: str, action: str, on: date | None) -> None:
    found = next_action(text, today=TODAY)
    assert found is not None
    assert (found.action, found.on) == (action, on)
    assert found.quote in text


@family(
    "text", ["", "Called on Tuesday, no answer.", "Nice chat.", "They bought a scanner in 2019."]
)
def test_nothing_to_do_is_no_action(text: str) -> None:
    assert next_action(text, today=TODAY) is None


def test_the_earlier_of_two_dated_actions_comes_first() -> None:
    found = next_action("Call Ann on 9 December. Send the quote on 2 December.", today=TODAY)
    assert found is not None
    assert found.on == date(2026, 12, 2)


def test_a_long_sentence_gives_the_clause_with_the_date() -> None:
    text = (
        "We spoke about docks " + "and docks " * 40 + "; please send the quote by 2 December; fine"
    )
    found = next_action(text, today=TODAY)
    assert found is not None
    assert (found.action, found.on) == ("please send the quote by 2 December", date(2026, 12, 2))
    assert len(found.quote) <= 300


def test_a_long_sentence_without_a_clause_is_cut_at_a_word() -> None:
    found = next_action("Please send " + "docks " * 90, today=TODAY)
    assert found is not None
    assert len(found.action) <= 300
    assert found.on is None


@family(
    ("cap", "note"),
    [
        (0, ""),
        (5, "We"),
        (30, "Budget is 40k EUR."),
        (82, "We need the docks by 12 March because the old contract ends. Budget is 40k EUR."),
        (99, "We need the docks by 12 March because the old contract ends. Budget is 40k EUR."),
    ],
)
def test_a_clean_note_keeps_the_telling_sentences_within_its_cap(cap: int, note: str) -> None:
    assert clean_note(NOTE, cap) == note


def test_a_clean_note_adds_no_word_and_drops_greeting_and_history() -> None:
    note = clean_note(NOTE, 1000)
    assert set(note.split()) <= set(NOTE.split())
    assert "Anna" not in note
    assert "Buy" not in note


def test_a_note_of_courtesies_alone_is_kept() -> None:
    assert clean_note("Thanks!", 100) == "Thanks!"
    assert clean_note("", 100) == ""


def test_how_long_something_lasts_is_no_day_to_act_on() -> None:
    found = next_action("Send the offer for one year by mail.", today=TODAY)
    assert found is not None
    assert found.on is None
    later = next_action("Send the offer in one year.", today=date(2026, 3, 2))
    assert later is not None
    assert later.on == date(2027, 3, 2)
