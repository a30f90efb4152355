"""Requests to stop are found in every wording; reports about others are not (R42)."""

from datetime import date

from sheetsync.replies.reply import read_reply
from tests.evidence.families import family

TODAY = date(2026, 11, 22)
FOOTER = "If you would rather not hear from me, reply STOP and I will not write again."

ASKED = """stop|STOP!|S.T.O.P.|Hi Anna, STOP. Bob|Please can you stop?|unsubscribe|unsubcribe me|Unsuscribe|unsubcrible me|Ich moechte keine E-Mails mehr von Ihnen|un-subscribe|remove me|pls remvoe me|plz remov us frm ur mailing list|Take me off your list
Remove office@example.org from your records.|Please remove Acme Ltd from your prospecting list.|Don’t e-mail me any more|Do not contact me again|Not interested, please don't write again.
No further emails please.|I don't want to receive any more of these emails|We'd prefer not to be contacted.|How do I unsubscribe?|Your unsubscribe link does not work.|opt out|Opt us out.
Please delete my personal data under the GDPR.|I exercise my right to erasure.|I withdraw my consent|I never signed up for this|Add us to your do-not-contact list.|This is spam.|Leave me alone|You need to stop contacting our staff.
Your emails are unwelcome.|This inbox does not accept sales emails.|Don't call or email me again.|Bitte keine weiteren E-Mails.|Bitte nehmen Sie mich aus dem Verteiler|Loeschen Sie meine Daten|Abmelden
Désinscrivez-moi|Ne m'écrivez plus|Merci de ne plus nous contacter|No me escriban más|Deme de baja|Cancellatemi dalla lista|Non scrivetemi più|Graag uitschrijven|Stuur mij geen mails meer
Me remova da lista|Não me envie mais emails|Sluta maila mig|отпишите меня""".replace(
    "\n", "|"
).split("|")

ORDINARY = """We want to stop using spreadsheets.|Please remove the old docks.|Our unsubscribe rate is 2%.|Customers unsubscribe after two mails.|Please don't call me before 9.|Do not hesitate to contact me.
How do you handle an unsubscribe request?|Is the product GDPR compliant?|We plan to remove the old racks from the database.|If you no longer wish to receive these emails, click here to unsubscribe.
Please do not reply to this email.|Take me through the demo please.|Don't send the contract yet.|We opt out of night deliveries.|We no longer want to receive paper invoices.|Our customers told us to stop sending them paper.
We told the carrier to stop sending us two trucks at once.|Do not contact the warehouse directly, contact me.|I did not receive your email.|Sorry for not replying to your emails.|Never mind, I found your email.
Bitte streichen Sie Position 4 aus dem Angebot.|Wir bekommen keine Mails mehr vom Lager.|Por favor elimine la línea 4 de la oferta.|Not interested.|No thanks.|Is that an automatic reply or are you there?|Does it automatically stop all emails?""".replace(
    "\n", "|"
).split("|")


@family("text", ASKED)
def test_a_request_to_stop_is_an_opt_out_with_its_words_quoted(text: str) -> None:
    reply = read_reply(text, today=TODAY)
    assert reply.kind == "opt-out"
    assert reply.matched
    assert reply.matched in text
    assert reply.resume_on is None


@family("text", ORDINARY)
def test_ordinary_mail_is_no_opt_out(text: str) -> None:
    assert read_reply(text, today=TODAY).kind in {"question", "positive", "negative", "neutral"}


def test_our_own_footer_quoted_back_without_marks_is_no_opt_out() -> None:
    text = f"Thanks, sounds good.\n\nAnna wrote: {FOOTER}".replace("reply STOP", "reply\nSTOP")
    assert read_reply(text, today=TODAY, opt_out_sentence=FOOTER).kind == "positive"


def test_a_text_that_is_only_our_footer_is_still_read() -> None:
    assert read_reply(FOOTER, today=TODAY, opt_out_sentence=FOOTER).summary


def test_a_request_below_the_sign_off_counts() -> None:
    assert read_reply("Hello.\n\nThanks,\nUnsubscribe me", today=TODAY).kind == "opt-out"


def test_a_subject_of_its_own_counts_and_a_reply_subject_does_not() -> None:
    head = "From: b@example.org\nTo: anna@example.com\nSubject: {}\n\nBob"
    assert read_reply(head.format("Unsubscribe"), today=TODAY).kind == "opt-out"
    assert read_reply(head.format("Re: unsubscribe"), today=TODAY).kind != "opt-out"


def test_an_opt_out_comes_before_everything_else() -> None:
    text = "I am out of office until Monday. Great offer! What does it cost? Unsubscribe me."
    assert read_reply(text, today=TODAY).kind == "opt-out"


def test_direction_marks_and_invisible_letters_hide_nothing() -> None:
    assert read_reply("\u202eunsub\u200bscribe\u00ad me\u202c", today=TODAY).kind == "opt-out"
