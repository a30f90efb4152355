"""Bounces and automatic replies are told from what people write (R41, R43)."""

from datetime import date

import pytest

from sheetsync.replies.reply import read_reply
from tests.evidence.families import family

TODAY = date(2026, 11, 22)
COPY = "\n\n--- Below this line is a copy of the message.\n\nTo unsubscribe me? reply STOP."

BODIES = [
    "This is the mail system at host mx.example.net.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.",
    "A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  b@example.org",
    "Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.",
    "Delivery has failed to these recipients or groups:\n\nb@example.org\nThe email address you entered couldn't be found.",
    "** Address not found **\n\nYour message wasn't delivered to b@example.org because the address couldn't be found, or is unable to receive mail.",
    "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nb@example.org",
    "Échec de la remise pour les destinataires suivants :\n\nb@example.org",
    "Error message below:\n550 - Requested action not taken: mailbox rejected\nRCPT TO: b@example.org",
    "b@example.org: 550 5.1.1 rejected, address unknown at this mail server",
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("copy", ["", COPY])
def test_a_servers_wording_is_enough_for_a_bounce(body: str, copy: str) -> None:
    reply = read_reply(body + copy, today=TODAY)
    assert reply.kind == "bounce"
    assert reply.matched in body


def report(action: str, text: str = "See the report.", subject: str = "Notice") -> str:
    return (
        f"Return-Path: <>\nFrom: postmaster@example.net\nTo: anna@example.com\nSubject: {subject}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\n{text}\n\n--b\nContent-Type: message/delivery-status\n\n"
        f"Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; b@example.org\nAction: {action}\nStatus: 5.1.1\n\n"
        f"--b\nContent-Type: message/rfc822\n\nSubject: x\n\nPlease unsubscribe me, said the footer.\n--b--\n"
    )


def test_a_delivery_report_is_a_bounce_whatever_its_words() -> None:
    reply = read_reply(report("failed"), today=TODAY)
    assert (reply.kind, reply.matched) == ("bounce", "Notice")


def test_what_a_server_quotes_is_no_opt_out() -> None:
    assert read_reply(report("failed", "Please unsubscribe me."), today=TODAY).kind == "bounce"


def test_a_delay_is_no_bounce() -> None:
    late = "Your message has not yet been delivered. Delivery attempts will continue to be made."
    assert read_reply(report("delayed", late, "Delivery delayed"), today=TODAY).kind != "bounce"
    assert read_reply(late, today=TODAY).kind != "bounce"
    again = "Your message could not be delivered to the following recipient. It will be retried."
    assert read_reply(again, today=TODAY).kind != "bounce"
    plain = "From: mailer-daemon@example.net\nTo: a@example.com\nSubject: Warning: message delayed 4 hours\n\nWill be retried."
    assert read_reply(plain, today=TODAY).kind != "bounce"


@family(
    "head",
    [
        "From: MAILER-DAEMON@example.net\nTo: a@example.com\nSubject: failure notice",
        "From: someone@example.net\nTo: a@example.com\nX-Failed-Recipients: b@example.org\nSubject: hm",
        "Return-Path: <>\nFrom: office@example.net\nTo: a@example.com\nSubject: Undeliverable: dock",
    ],
)
def test_headers_alone_can_show_a_bounce(head: str) -> None:
    assert read_reply(f"{head}\n\nSorry.", today=TODAY).kind == "bounce"


def test_the_library_reads_a_format_that_the_headers_do_not_show() -> None:
    text = "From: robot@example.net\nTo: a@example.com\nSubject: Returned mail\n\nfailed addresses follow:\n b@example.org\nmessage text follows:\n"
    assert read_reply(text, today=TODAY).kind == "bounce"


@family(
    "text",
    [
        "Your pallets could not be delivered to our warehouse on Monday.",
        "Our emails to the plant bounced last week, the server was down.",
        "The goods were undeliverable because the dock was full.",
        "From: b@example.org\nTo: a@example.com\nSubject: Re: dock\n\nThe delivery failed twice.",
    ],
)
def test_people_who_speak_of_deliveries_send_no_bounce(text: str) -> None:
    assert read_reply(text, today=TODAY).kind == "neutral"


AWAY = [
    ("I am out of the office until 7 December. Urgent? office@example.org", date(2026, 12, 7)),
    ("I'm on annual leave from 20 November to 4 December.", date(2026, 12, 5)),
    ("I am on vacation through 4 December, without access to e-mail.", date(2026, 12, 5)),
    ("I'm away on vacation 23-30 November, back on 2 December.", date(2026, 12, 2)),
    ("Ich bin bis 4. Januar im Urlaub. In dringenden Fällen: office@example.org", date(2027, 1, 4)),
    ("Ich bin derzeit nicht im Büro und ab dem 3. Januar wieder erreichbar.", date(2027, 1, 3)),
    ("Je suis absent jusqu'au 5 décembre. En cas d'urgence, appelez.", date(2026, 12, 5)),
    ("Estoy fuera de la oficina hasta el 10 de diciembre.", date(2026, 12, 10)),
    ("Sono in ferie fino al 12 dicembre.", date(2026, 12, 12)),
    ("Ik ben afwezig tot 8 december.", date(2026, 12, 8)),
    ("Estou de férias até 11 de dezembro.", date(2026, 12, 11)),
    ("This is an automated response. Your ticket number 12 has been created.", None),
    ("Subject: Automatic reply: dock\n\nThank you, I shall answer in due course.", None),
    ("Subject: Automatická odpověď: rampa\n\nDíky.", None),
    ("Subject: Automaattinen vastaus: laituri\n\nTerve.", None),
    ("Subject: Automatic reply: dock\n\nI was away from 3 to 5 November.", None),
]


@family(("text", "back"), AWAY)
def test_an_absence_is_found_with_the_day_of_return(text: str, back: date | None) -> None:
    reply = read_reply(text, today=TODAY)
    assert (reply.kind, reply.resume_on) == ("out-of-office", back)
    assert reply.matched in text


@family(
    "mark",
    [
        "Auto-Submitted: auto-replied",
        "X-Autoreply: yes",
        "Precedence: auto_reply",
        "X-Autorespond: 1",
    ],
)
def test_the_marks_of_an_automatic_reply_are_enough(mark: str) -> None:
    text = f"From: b@example.org\nTo: a@example.com\n{mark}\n\nThank you, we are reading it."
    reply = read_reply(text, today=TODAY)
    assert (reply.kind, reply.matched) == ("out-of-office", "Thank you, we are reading it.")


@family(
    "text",
    [
        "Sorry, I was out of office last week. Noted.",
        "When I am on vacation, Ann reads my mail until I return.",
        "From: b@example.org\nTo: a@example.com\nAuto-Submitted: no\nSubject: Re: dock\n\nNoted.",
        "I'm out of office on Friday but Thursday works, let's talk.",
    ],
)
def test_a_person_who_speaks_of_absence_is_no_automatic_reply(text: str) -> None:
    assert read_reply(text, today=TODAY).kind != "out-of-office"


def test_mail_in_parts_is_read_in_its_own_encoding() -> None:
    head = "From: b@example.org\nTo: a@example.com\nSubject: =?utf-8?q?R=C3=A9ponse?=\nMIME-Version: 1.0\n"
    coded = (
        head
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nRMOpc2luc2NyaXZlei1tb2k=\n"
    )
    assert read_reply(coded, today=TODAY).matched == "Désinscrivez-moi"
    strange = (
        head
        + "Content-Type: text/plain; charset=martian\nContent-Transfer-Encoding: quoted-printable\n\nSTOP=\n"
    )
    assert read_reply(strange, today=TODAY).kind == "opt-out"
    page = (
        head
        + "Content-Type: text/html\n\n<html><style>p {x}</style><p>Please <b>stop</b> emailing me</p></html>\n"
    )
    assert read_reply(page, today=TODAY).kind == "opt-out"


def test_a_temporary_failure_from_a_mail_server_is_no_bounce() -> None:
    text = "From: mailer-daemon@example.net\nTo: a@example.com\nSubject: Undeliverable for now\n\nTemporary problem, will be retried."
    assert read_reply(text, today=TODAY).kind != "bounce"


@family(
    "text",
    [
        "Your mail to b@example.org could not be delivered.\n\n>>> 554 rejected by content filter\n(spam)\n<<< QUIT\n",
        "The mail below could not be delivered to b@example.org.\n\n--- End of message ---\n",
        "Recipient address rejected: see the block list.\n\nBlocked - policy of mx.example.net\n",
    ],
)
def test_a_servers_bare_words_are_nobodys_request(text: str) -> None:
    assert read_reply(text, today=TODAY).kind == "bounce"


@family(
    "text",
    [
        "STOP. My filter rejected your mail and it always will.",
        "Please remove me. The other address is unknown here, recipient gone.",
        "Unsubscribe me, please!\n\nOr my mail server goes on answering: 550 5.7.1 message rejected",
    ],
)
def test_a_persons_request_beside_a_servers_words_is_one(text: str) -> None:
    assert read_reply(text, today=TODAY).kind == "opt-out"


def test_what_a_mailing_list_adds_below_is_no_request() -> None:
    text = "Fine with us.\n\n--\nTo unsubscribe, write to docks-leave@list.example.org.\nDo not email: dont@list.example.org\n"
    assert read_reply(text, today=TODAY).kind != "opt-out"
    own = "Fine with us.\n\n--\nAnn Lee\nPlease do not contact me again."
    assert read_reply(own, today=TODAY).kind == "opt-out"


def test_a_warning_that_nothing_need_be_sent_again_is_no_request() -> None:
    text = "A WARNING ONLY. You do not need to resend your mail, it will be retried for two days."
    assert read_reply(text, today=TODAY).kind != "opt-out"


@family("prefix", ["Undeliverable", "Kan inte levereras", "Onbestelbaar", "Nedoručitelné"])
def test_what_mail_programs_put_before_a_subject_is_a_bounce(prefix: str) -> None:
    reply = read_reply(f"Subject: {prefix}: dock\n\nSee below.", today=TODAY)
    assert (reply.kind, reply.matched) == ("bounce", f"{prefix}: dock")
    answer = read_reply(f"Subject: Re: {prefix}: dock\n\nSee below.", today=TODAY)
    assert answer.kind != "bounce"


def test_an_empty_return_path_without_a_failure_is_an_automatic_reply() -> None:
    text = "Return-Path: <>\nFrom: b@example.org\nTo: a@example.com\nSubject: Hello\n\nWe read it."
    assert read_reply(text, today=TODAY).kind == "out-of-office"


def test_a_mailing_lists_return_path_makes_no_bounce() -> None:
    text = "Return-Path: <bounces+7@list.example.net>\nFrom: b@example.org\nTo: a@example.com\nSubject: Re: register\n\nThe label reads user unknown, says the courier."
    assert read_reply(text, today=TODAY).kind != "bounce"


def test_a_copied_subject_and_a_hint_make_a_bounce() -> None:
    reply = read_reply("Subject: Undeliverable: dock\n\nThe address does not exist.", today=TODAY)
    assert (reply.kind, reply.matched) == ("bounce", "Undeliverable: dock")
