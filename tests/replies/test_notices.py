"""A delivery report without its headers is a bounce in any server's wording (R41)."""

from datetime import date

from sheetsync.replies.reply import read_reply
from tests.evidence.families import family

TODAY = date(2026, 11, 22)

BOUNCED = {
    "a status code": "550 5.7.1 Service unavailable; client host [192.0.2.5] blocked|554 delivery error: (b@example.org) [0]|5.4.4 (unable to route: no mail hosts for domain)|Sorry, no mailbox here by that name. (#5.1.1)",
    "a server's phrase": "b@example.org\n    retry timeout exceeded|Undeliverable: dock|DNS Error: 'mx' lookup of nowhere.example responded with code NXDOMAIN|The user you are trying to contact is receiving mail at a rate that is too high.",
    "not delivered": "Die Zustellung Ihrer Nachricht an folgende Empfänger ist fehlgeschlagen: b@example.org|Votre e-mail n'a pas pu être livré à b@example.org.|Su correo a b@example.org ha sido devuelto.|Correo no entregado.|Messaggio non recapitato: indirizzo inesistente.|Sua mensagem não pôde ser entregue.|Din besked til b@example.org kunne ikke leveres.|Wiadomość do b@example.org nie została dostarczona.",
    "not reached": "Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.",
    "returned": "Ihre E-Mail an b@example.org wurde abgewiesen.|A mensagem foi devolvida porque o utilizador não existe.",
    "unknown, full or gone": "El buzón del destinatario está lleno: b@example.org|La cuenta de correo a la que ha intentado escribir no existe.|Unbekannter Empfänger: b@example.org|This email address does not exist.|Cette adresse e-mail n'est plus valide.|De ontvanger bestaat niet: b@example.org|Das Postfach ist voll.|Dit e-mailadres bestaat niet meer.|The address you sent your message to wasn't found at the destination domain.",
    "short": "Account disabled|Unknown address|Delivery failed.|Caixa cheia|L'utente non esiste.|Recipient address unknown",
    "shut": "This e-mail account has been closed.|Diese Adresse wird nicht mehr abgerufen.|Denne e-mailadresse er ikke længere i brug.|You have written to an address that no longer exists.|I have changed jobs and this address is no longer in use.",
    "a rule": "The recipient only accepts mail from trusted senders and your message was rejected.|Sender address rejected: your domain is on a blacklist (Spamhaus).|Your email was refused by our anti-spam system.|Blocked by recipient policy",
    "far": "邮件无法送达。|宛先不明のため配信できませんでした。|Viestiä ei voitu toimittaa vastaanottajalle.|Az üzenetet nem sikerült kézbesíteni.|Mesajul nu a putut fi livrat destinatarului.|Сообщение не доставлено: пользователь не найден.",
    "left": "Lena Vogt no longer works at Nordwind. Your message will not be read.|Frau Weber hat unser Haus verlassen. Bitte wenden Sie sich an office@example.org.|This person has left our organisation.|Tom Baker arbetar inte längre här.|Bob Miller is no longer employed here. Please direct your inquiries to info@example.org.|Monsieur Miller ne fait plus partie de l'entreprise. Merci d'adresser vos messages à info@example.org.|Frau Novak ist nicht mehr für uns tätig. Bitte richten Sie Ihre Anfragen an info@example.org.",
}

ORDINARY = """Undeliverable pallets are our problem.|Delivery failed again this morning, the driver had the wrong address.|The demo account does not exist any more.|The mailbox at the gate is full of paper.
Il pacco non è stato consegnato.|Die Sendung konnte nicht zugestellt werden.|My old address is no longer valid, use this one.|Bob has left, I'm his successor. Send me the documents.
The user account for the portal is disabled, please reactivate it.|Further emails will be blocked.|The account manager has left.|Tom no longer works with us on this, Lena does.|We moved, the old address is no longer used.
He no longer works on Fridays.|The scanner no longer works.|The date doesn't work for us.|Tom is no longer responsible, Lena Vogt is: l@example.org|Our mail server rejected your PDF, please share a link.|Recipient unknown, says the courier slip.|Your previous message bounced, I had a typo in my signature.|How do we see if a message was not delivered?""".replace(
    "\n", "|"
).split("|")


@family(
    ("sign", "text"),
    [(sign, text) for sign, texts in BOUNCED.items() for text in texts.split("|")],
)
def test_each_of_the_things_a_server_says_is_a_bounce(sign: str, text: str) -> None:
    reply = read_reply(text, today=TODAY)
    assert reply.kind == "bounce", sign
    assert reply.matched in text


@family(
    "text",
    [
        "This inbox does not accept sales emails.",
        "Bob no longer works here, please remove this address from your list.",
    ],
)
def test_a_refusal_in_the_words_of_a_server_stays_a_refusal(text: str) -> None:
    assert read_reply(text, today=TODAY).kind == "opt-out"


@family("text", ORDINARY)
def test_goods_accounts_and_people_are_no_mail(text: str) -> None:
    assert read_reply(text, today=TODAY).kind != "bounce"


def test_a_report_is_found_in_a_long_line() -> None:
    text = "x " * 60 + "the message to the recipient was not delivered"
    assert read_reply(text, today=TODAY).kind == "bounce"


AWAY = """I'm out today and tomorrow, back Thursday.|Gone fishing! Back on the 4th.|We are closed this week for our annual shutdown.|I am on jury duty this week and may be slow to respond.
Ich bin krankgeschrieben. In dringenden Angelegenheiten wenden Sie sich bitte an office@example.net.|Urlaubsbedingt bin ich erst am 7. Dezember wieder erreichbar.|L'ufficio è chiuso per ferie fino al 7 gennaio.
Ik ben vandaag niet op kantoor. Morgen beantwoord ik uw e-mail.|Estamos encerrados para férias até 4 de janeiro.|Jestem na urlopie do 4 grudnia.|Jag är ledig till och med 4 december.
I will have no access to my mail until the 9th, ask Ann.|Deze week ben ik afwezig wegens een verhuizing.|We are working reduced hours until May.|Please expect our answer within three days.|Я в отпуске до пятницы.
Your request was received by the portal. Do not respond.|I'm on a long vacation at the moment.|Off sick. Back soon I hope.
Thank you for getting in touch. We aim to respond within two working days.|A ticket has been opened (#40112).""".replace(
    "\n", "|"
).split("|")


@family("text", AWAY)
def test_an_absence_is_told_in_any_order(text: str) -> None:
    reply = read_reply(text, today=TODAY)
    assert reply.kind == "out-of-office"
    assert reply.matched in text


@family(
    "text",
    [
        "I'm on holiday from Friday, so please send it before.",
        "Our office is closed on Friday, come on Thursday.",
        "I was on holiday, sorry for the late answer.",
        "I'm on vacation until the 5th but happy to talk after.",
        "I'll be out of the office at the fair, come by stand 4.",
        "My boss is on leave until Monday; he decides.",
        "I am sick of spreadsheets, call me.",
        "We have limited access to the yard, use gate 2.",
    ],
)
def test_a_person_who_plans_around_an_absence_is_there(text: str) -> None:
    assert read_reply(text, today=TODAY).kind != "out-of-office"
