"""Headers are told from text, and broken headers cost no text."""

from sheetsync.replies.pasted import take_apart
from tests.evidence.families import family


def test_a_mailbox_line_above_the_headers_is_no_text() -> None:
    pasted = take_apart(
        "From b@example.org Mon Nov 16\nFrom: b@example.org\nTo: a\nSubject: x\n\nHello"
    )
    assert (pasted.text, pasted.subject) == ("Hello", "x")


def test_folded_headers_belong_to_the_header_above() -> None:
    pasted = take_apart(
        "From: b@example.org\nTo: a@example.com,\n\tc@example.com\nSubject: x\n y\n\nHello"
    )
    assert pasted.text == "Hello"
    assert pasted.subject.split() == ["x", "y"]


@family(
    "text",
    [
        "To: the whole team of the dock\nwe meet at nine",
        "Budget: 40\nOwner: Ann\n\nText",
        "From: a\nTo: b\nthat was it",
        "Received: x\n" * 500,
    ],
)
def test_lines_with_colons_alone_are_text(text: str) -> None:
    assert take_apart(text).message is None


def test_a_subject_line_alone_is_a_subject() -> None:
    pasted = take_apart("Betreff: Abwesend\n\nBin weg")
    assert (pasted.text, pasted.subject) == ("Bin weg", "Abwesend")


def test_headers_copied_from_the_screen_are_no_text() -> None:
    assert take_apart("Von: Bob\nGesendet: Montag\nAn: Anna\nBetreff: AW: Tor\n\nJa").text == "Ja"


def test_a_subject_in_an_unknown_encoding_is_shown_as_it_stands() -> None:
    pasted = take_apart("From: b\nTo: a\nSubject: =?martian?q?x?=\n\nHello")
    assert pasted.subject == "=?martian?q?x?="


def test_mail_of_too_many_parts_is_read_as_text() -> None:
    head = "From: b\nTo: a\nContent-Type: multipart/mixed; boundary=x\n\n"
    assert "boundary=31" in take_apart(head + "".join(f"boundary={n}\n" for n in range(32))).text


def test_a_part_without_readable_content_falls_back_to_the_text_below() -> None:
    head = "From: b\nTo: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=martian\nContent-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9\n--x--"
    assert take_apart(head).text == "Café"
