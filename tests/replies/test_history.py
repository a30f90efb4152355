"""What the sender wrote stays; what was quoted, forwarded or signed goes."""

from sheetsync.replies.history import own_words, parts
from tests.evidence.families import family

FOOTER = "To unsubscribe, reply STOP."
QUOTED = f"> Hi Bob,\n> our thing\n> {FOOTER}"
PLAIN = f"Hi Bob,\nour thing\n{FOOTER}"


@family(
    "history",
    [
        f"On Mon, Nov 16, 2026 at 9:12 AM Anna <anna@example.com> wrote:\n\n{QUOTED}",
        f"On Mon, Nov 16, 2026 at 9:12 AM Anna Long Name <\nanna@example.com> wrote:\n{QUOTED}",
        f"On Mon, Nov 16, 2026 at 9:12 AM Anna <anna@example.com> wrote:\n\n{PLAIN}",
        f"Am Mo., 16. Nov. 2026 um 09:12 Uhr schrieb Anna <anna@example.com>:\n\n{QUOTED}",
        f"Le lun. 16 nov. 2026 à 09:12, Anna <anna@example.com> a écrit :\n\n{QUOTED}",
        f"El lun, 16 nov 2026 a las 9:12, Anna (<anna@example.com>) escribió:\n\n{QUOTED}",
        f"Il giorno lun 16 nov 2026 alle ore 09:12 Anna <anna@example.com> ha scritto:\n\n{PLAIN}",
        f"Op ma 16 nov 2026 om 09:12 schreef Anna <anna@example.com>:\n\n{QUOTED}",
        f"Dne po 16. 11. 2026 v 9:12 odesílatel Anna <anna@example.com> napsal(a):\n\n{PLAIN}",
        f"2026年11月16日(月) 9:12 Anna <anna@example.com>:\n\n{PLAIN}",
        f"From: Anna <anna@example.com>\nSent: Monday, November 16, 2026\nTo: Bob\nSubject: dock\n\n{PLAIN}",
        f"Von: Anna <anna@example.com>\nGesendet: Montag, 16. November 2026\nAn: Bob\nBetreff: dock\n\n{PLAIN}",
        f"De : Anna <anna@example.com>\nEnvoyé : lundi 16 novembre 2026\nÀ : Bob\nObjet : dock\n\n{PLAIN}",
        f"-----Original Message-----\nFrom: Anna\nSent: Monday\n\n{PLAIN}",
        f"---------- Forwarded message ---------\nFrom: Anna\nDate: Mon, Nov 16\nTo: Bob\n\n{PLAIN}",
        f"________________________________\nFrom: Anna\nSent: Monday\nTo: Bob\n\n{PLAIN}",
        f"------ This is a copy of the message, including all the headers. ------\n\n{PLAIN}",
        QUOTED,
    ],
)
def test_quoted_history_in_any_mail_programs_style_is_dropped(history: str) -> None:
    assert own_words(f"Sounds good, send it over.\n\n{history}\n") == "Sounds good, send it over."


def test_answers_between_quoted_lines_are_kept() -> None:
    text = "> What volume?\n\nAbout 300 pallets.\n\n> Who owns this?\n\nOur COO, Ann."
    assert own_words(text).split() == "About 300 pallets. Our COO, Ann.".split()


def test_an_answer_below_the_quotation_is_kept() -> None:
    text = f"On Mon, 16 Nov 2026 Anna <a@example.com> wrote:\n{QUOTED}\n\nPlease remove me."
    assert own_words(text) == "Please remove me."


@family(
    "text",
    [
        "On Tuesday we decided that Ann wrote:\nno more suppliers this year.",
        "Hi,\nFrom: our side everything is good.\nCan we talk?",
        "We need:\n- 3 docks\n- 2 scanners",
        f"On Mon, 16 Nov 2026 Anna <a@example.com> wrote:\n{QUOTED}",
        "--\nBob",
        "",
    ],
)
def test_when_nothing_else_would_be_left_the_whole_text_counts(text: str) -> None:
    assert own_words(text) == text.strip()


@family(
    "signature",
    [
        "-- \nBob Buyer\nCOO\nTo unsubscribe from our newsletter click here",
        "Best regards,\nBob Buyer\nCOO",
        "Kind regards, Bob Buyer\n+49 30 1234",
        "Mit freundlichen Grüßen\nBob",
        "Mit freundlichen Gruessen\nBob",
        "Cordialement,\nBob",
        "Sent from my iPhone",
    ],
)
def test_a_signature_is_no_part_of_the_words(signature: str) -> None:
    assert own_words(f"Yes, Tuesday works.\n\n{signature}") == "Yes, Tuesday works."


def test_an_afterthought_below_the_signature_is_kept() -> None:
    assert (
        own_words("Fine.\n\nBest,\nBob\n\nPS: call me on Friday")
        == "Fine.\n\nPS: call me on Friday"
    )


def test_thanks_with_a_request_is_no_sign_off() -> None:
    assert "remove me" in own_words("No.\nThanks, remove me from the list")


def test_headers_pasted_above_the_text_are_dropped() -> None:
    text = "From: Bob <b@example.org>\nTo: Anna\nSubject: Re: dock\nDate: Mon, 16 Nov 2026\n\nFine by me."
    assert own_words(text) == "Fine by me."


def test_the_signature_can_still_be_read() -> None:
    assert parts("Hi.\n\nThanks,\nRemove me").signature == "Remove me"
