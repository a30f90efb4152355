"""A company's confidentiality notice is nobody's answer."""

from datetime import date

from sheetsync.replies.disclaimer import without_disclaimer
from sheetsync.replies.reply import read_reply
from tests.evidence.families import family

TODAY = date(2026, 11, 22)

NOTICES = [
    "This message is confidential and for the sole use of the named addressee. If you are not responsible\nfor delivery, please advise the sender, delete it and do not forward it to anyone.",
    "Diese Nachricht ist vertraulich. Wenn Sie nicht der richtige Empfänger sind, informieren Sie bitte den Absender\nund löschen Sie diese Nachricht. Die Weitergabe ist nicht gestattet.",
    "Esta mensagem é confidencial. Se você não for o destinatário, apague-a e avise o remetente. O uso\nindevido é proibido.",
    "Questo messaggio è riservato ed è destinato esclusivamente al destinatario. Chi lo riceve per errore\nelimina il testo e avvisa il mittente.",
]
ASKED = [
    "I received this in error three times now. Delete all my data, inform the sender who sold it to you,\nand never write to me again: any further use is unauthorised use.",
    "This was sent to a confidential address by mistake, and I did not give it to you. Remove it from your list\nand do not use it again.",
]


@family("notice", NOTICES)
def test_a_notice_below_an_answer_does_not_count(notice: str) -> None:
    text = f"Tuesday at ten suits us.\n\n{notice}"
    assert without_disclaimer(text) == "Tuesday at ten suits us."
    assert read_reply(text, today=TODAY).kind in {"positive", "neutral"}


@family("notice", NOTICES)
def test_a_notice_alone_is_kept_for_want_of_anything_else(notice: str) -> None:
    assert without_disclaimer(notice) == notice


@family("text", ASKED)
def test_who_says_i_is_no_notice(text: str) -> None:
    whole = f"Hello,\n\n{text}\n\nBob Miller"
    assert without_disclaimer(whole) == whole
    assert read_reply(whole, today=TODAY).kind == "opt-out"


def test_a_short_paragraph_is_no_notice() -> None:
    text = "Fine.\n\nConfidential, delete it."
    assert without_disclaimer(text) == text
