"""A request to stop is found by what its words are about, in whichever language and order (R42)."""

from datetime import date

from sheetsync.replies.clause import spoken_in
from sheetsync.replies.concepts import tags_of
from sheetsync.replies.reply import read_reply
from tests.evidence.families import family

TODAY = date(2026, 11, 22)

ASKED = (
    """
Please make sure nobody from your company contacts us again.|Let this be your last message to me.|We have a strict no-cold-mail policy here.
Consider this my formal opt-out.|My consent is withdrawn with immediate effect.|You have no permission to contact me.
Please only write to people who asked for it.|If you email me again I will report you as a spammer.|Any further messages are unwelcome.
Please, remove Acme Logistics and all its staff from your marketing lists.|I refuse to receive advertising from you.|We don't want to receive any of this.
Could you please not send these to our general inbox?|Please treat this e-mail as notice under Article 21(2) GDPR.|Who are you? My address is private. Delete it.
Please stop processing my personal data for marketing purposes.|I'd like off it.|No need to follow up either.|Don't write back.|stahp|dnt contact me
Bitte von weiteren Anfragen absehen.|Verschonen Sie mich bitte mit weiteren Mails.|Sie haben keine Erlaubnis, mir zu schreiben.|Bitte streichen.
Je ne souhaite pas être contacté par votre société.|Ne pas recontacter SVP|Je refuse tout démarchage.|Plus de mails svp
No autorizo el uso de mis datos.|Solicito la cancelación de mis datos.|No contacten más conmigo.
Non autorizzo il trattamento dei miei dati.|Vi diffido dal contattarmi ancora.|Vorrei essere rimosso dalla vostra lista.
Wij hebben geen behoefte aan verdere mails.|Ik wil graag uitgeschreven worden.|Agradeço que não voltem a contactar-me.|Quero sair desta lista.
Proszę nie wysyłać mi więcej maili.|Nie życzę sobie kontaktu.|Proszę do mnie więcej nie przysyłać.|Rezygnuję z newslettera.|Jag avböjer fler utskick.|Jag vill bli borttagen från er lista.
Skriv ikke til mig igen.|Nechci dostávat další emaily.|Usuńcie mój adres email.
Poista osoitteeni rekisteristänne.|Kérem, töröljenek a listájukról.|Vă rog să mă ștergeți din listă.|Lütfen beni listenizden çıkarın.|Παρακαλώ διαγράψτε με από τη λίστα σας.|Не пишите мне больше.|Molim vas, uklonite me s liste.
Drop me from your follow-ups.|Who gave you permission to email me?|Why are you still writing to me?|Mr Baker doesn't want to hear from you.|If I get one more of these I'm telling everybody.|Our lawyers have been informed.|Bei einer weiteren Mail schalte ich meinen Anwalt ein.
I said you people stop texting me.|Take us off whatever list you have.
Comment avez-vous eu mon adresse ? Supprimez-la.|Hoe kan ik me afmelden?|I am on the TPS register.|Please spare us further emails.|Will you ever stop?|wtf stop|Es reicht!|Don't add me to your newsletter.
""".strip()
    .replace("\n", "|")
    .split("|")
)

# What keeps a clause from counting, one reason a line.
ORDINARY = {
    "an hour or a day": "Bitte rufen Sie nicht vor 10 Uhr an.|Ne m'appelez pas lundi, je suis en réunion.|No more calls this week please.|Non mi chiami oggi.",
    "until then": "Please don't contact me until March.|No need to write again before Friday.|Merci de ne pas appeler le matin.",
    "another way instead": "Please do not call, e-mail is better.|Don't write to info@, write to me directly.|Please don't send it to the old address, use info@example.org.|Not by phone please, send me an email.",
    "somebody else's deed": "We stopped contacting carriers by phone.|I told the team to stop writing on paper.|Nobody told me about your call.|I was asked to stop writing reports.",
    "somebody else addressed": "Don't email the team, they are overloaded.|Please do not contact my boss, I decide.",
    "something particular": "Please don't send me a calendar link, just two dates.|Please do not send me the signed Excel sheet twice.",
    "goods and papers": "Prosimy nie wysyłać więcej faktur.|Wir benötigen keine weiteren Muster.|Veuillez supprimer la ligne 4 du devis.|Por favor elimine la línea 3 de la oferta.",
    "what we got": "Ich habe keine E-Mail von Ihnen erhalten.|Ich habe keine weiteren Informationen erhalten.|The list you sent is no longer up to date.|We have received no further messages.",
    "more, not no more": "Merci de m'envoyer plus d'informations la semaine prochaine.",
    "kept": "Please keep me on the list.|We never unsubscribe from anything here.",
    "later on": "Would you remove our data when the pilot ends?|Can we stop the subscription monthly?",
    "another language's word": "Please remove me from the invite on Thursday, Lena will join.",
    "a courtesy": "Tveka inte att kontakta mig.|N'hésitez pas à me contacter.|Please never mind my last email.",
    "a footer's": "If you no longer wish to receive these emails, unsubscribe in the portal.|Please do not reply to this email.",
    "from then on": "Ich bin verreist und melde mich ab dem 7.12. zurück.|Wir melden uns bald.",
    "our own lack": "We have no permission to email drivers directly.|We don't have consent to use the photos.",
    "our own deed": "I took your name off the visitor list.|We delete CCTV footage after 72 hours because of GDPR.|We don't send newsletters.",
    "back again": "I was removed from your mailing list by mistake.|Please unblock my address.|I no longer get your newsletter, please add me again.",
    "another list": "Please take us off the waiting list, we have found a slot.|Please remove me from the calendar invite, Lena will attend.",
    "old for new": "Please remove my old phone number from your records and use the new one below.|Bitte nicht mehr an meine alte Adresse schreiben, die neue ist b@example.org.",
    "as a rule": "I usually don't respond to cold emails, but this is relevant.",
    "small print": "Ok, Thursday. Manage your preferences - Unsubscribe - Privacy|Falls Sie nicht der Empfänger sind, bitte löschen.",
    "signing up": "Ich möchte mich für das Webinar anmelden.|Wir verteilen die Paletten auf drei Tore.",
    "a denial": "Bitte löschen Sie uns nicht.|Ne me retirez pas, je lis tout.",
    "put on it": "Nehmen Sie uns bitte in den Verteiler auf.|Ajoutez-moi à votre liste.|Voeg ons graag toe aan de nieuwsbrief.",
    "a meeting": "Ich muss mich leider von der Besprechung abmelden.|Ik wil me afmelden voor de cursus op dinsdag.|Muszę się wypisać ze szkolenia, to znaczy z kursu w piątek.",
    "an order stopped": "We want you to stop the shipment to dock 4.",
    "off the list of those who said no": "Please take us off your do-not-contact list, we want to talk again.",
    "an address on paper": "Please remove our address from the invoice.",
    "alone with it": "Don't leave us alone with this ERP.",
    "in peace, to think": "Lassen Sie uns in Ruhe darüber nachdenken.",
    "an end of something else": "Hören Sie auf zu rechnen, wir nehmen es!",
    "part of a word": "That is a lot of off-site work.",
    "a product": "Dear Dr. Weber, How do you make sure that mails don't land in spam?",
}


@family("text", ASKED)
def test_a_request_in_words_of_its_own_is_an_opt_out(text: str) -> None:
    reply = read_reply(text, today=TODAY)
    assert reply.kind == "opt-out"
    assert reply.matched
    assert reply.matched in text


@family(
    ("reason", "text"),
    [(reason, text) for reason, texts in ORDINARY.items() for text in texts.split("|")],
)
def test_a_clause_that_speaks_of_something_else_is_no_opt_out(reason: str, text: str) -> None:
    assert read_reply(text, today=TODAY).kind != "opt-out", reason


def test_a_request_at_the_end_of_a_long_sentence_is_found() -> None:
    text = "Nach langem Hin und Her und einigen Gesprächen mit den anderen hier im Haus bitten wir Sie künftig von Werbemails abzusehen."
    assert read_reply(text, today=TODAY).kind == "opt-out"


def test_a_machines_wording_is_never_a_free_refusal() -> None:
    text = "Your message has been rejected. You do not have permission to send to this recipient."
    assert read_reply(text, today=TODAY).kind == "bounce"


def test_a_word_is_about_something_in_its_own_language_only() -> None:
    english, german, *_ = tags_of("mail")
    assert english == german == "C"
    assert tags_of("lkw")[0] == ""
    assert "B" in tags_of("lkw")[1]


def test_what_a_romance_verb_ends_in_says_who_acts_on_whom() -> None:
    spanish = 3
    assert tags_of("enviamos")[spanish] == "J"
    assert tags_of("eliminarme")[spanish] == "RM"
    assert tags_of("eliminar")[spanish] == "R"


def test_a_short_sentence_may_be_in_any_language_and_a_long_english_one_not() -> None:
    assert spoken_in("remove me", "pt")
    assert not spoken_in("please remove me from the invite on thursday", "pt")
