"""Text made to hurt takes linear time and never a crash."""

from datetime import date

import pytest

from sheetsync.replies.actions import next_action
from sheetsync.replies.history import own_words
from sheetsync.replies.notes import clean_note
from sheetsync.replies.reply import read_reply

TODAY = date(2026, 11, 22)
SIZE = 10_000
PIECES = {
    "quote marks": "> ",
    "line ends": "\n",
    "attributions": "On ",
    "attribution words": "On 3 May wrote ",
    "header lines": "From: a\n",
    "colon lines": "a 1:\n",
    "answers": "On 3 May x wrote:\n> a\nb\n",
    "one word": "a",
    "spaces": " ",
    "signs": "@",
    "accents": "\u0301",
    "right to left": "\u202eא",
    "nulls": "\x00",
    "refusals": "do not ",
    "wishes": "i do not want to ",
    "removals": "remove me and ",
    "months": "march ",
    "numbers": "1.1.",
    "questions": "?",
    "codes": "550 5.1.1 ",
    "absences": "i am out of ",
    "greetings": "hello dear ",
    "tags": "<style>",
    "apostrophes": "a'",
}


MAIL = "From: mailer-daemon@example.org\nTo: b@example.org\nSubject: x\n\n"


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_ten_thousand_characters_are_read_to_their_end(piece: str) -> None:
    # How long a full cell takes: benchmarks/bench_hostile.py. A pattern that explodes takes hours on this too.
    assert read_reply((piece * SIZE)[:SIZE], today=TODAY).kind


@pytest.mark.parametrize(
    "piece", ["a", "a@", "<a", "failed addresses follow:\na@b\n", "550 5.1.1 "]
)
def test_ten_thousand_characters_below_a_servers_headers_are_read(piece: str) -> None:
    assert read_reply((MAIL + piece * SIZE)[:SIZE], today=TODAY).kind


NOTE = ("Please call Ann on 3 May, we will send it. " * 2000)[:SIZE]


def test_long_notes_are_read_to_their_end() -> None:
    assert own_words(NOTE)
    assert len(clean_note(NOTE, 280)) <= 280
    assert next_action(NOTE, today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n" + "--x\n\na\n" * 3000,
        "From: a\nTo: b\n" + 'Content-Type: multipart/mixed; boundary="x"\n\n--x\n' * 900,
        "From: a\nTo: b\nSubject: =?x-unknown?q?=ff?=\nContent-Type: text/plain; charset=\x00\n\n\udcff",
        "From: a\nTo: b\nContent-Type: ;;;\nContent-Transfer-Encoding: base64\n\n!!!!",
        "From: mailer-daemon@x\nTo: b\nSubject: failure notice\n\n" + "a" * 49_000,
        "From: a\nFrom: b\nTo: c\n" + "X: " + "y" * 40_000,
    ],
)
def test_broken_mail_is_read_as_text(text: str) -> None:
    assert read_reply(text, today=TODAY).kind
