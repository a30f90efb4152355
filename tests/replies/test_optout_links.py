"""The words of an unsubscribe link, sent back alone, ask for silence in any language (R42)."""

from datetime import date

from sheetsync.replies.optout_links import link_words
from sheetsync.replies.reply import read_reply
from sheetsync.replies.wording import Wording
from tests.evidence.families import family

TODAY = date(2026, 11, 22)

ALONE = """Nieuwsbrief opzeggen|Abonnement kündigen bitte|Avsluta nyhetsbrevet|Lopeta uutiskirje|Odhlásit newsletter, prosím|Rezygnacja z biuletynu
Lemondom a hírlevelet|Renunț la newsletter|Отменить подписку|Скасувати розсилку|Διακοπή συνδρομής|Loobun uudiskirjast|Atsisakau prenumeratos|Atteikt abonementu
Skriv mig af|Slett meg, takk|Poista minut, kiitos|Smažte mě|Hej, ta bort mig tack""".replace(
    "\n", "|"
).split("|")

MORE_IS_SAID = """Avslutt møtet klokka tre.|Odjava je do 10 sati.|Otkažite termin u četvrtak.|Peruutan varauksen.|Vi avslutter abonnementet på pallene.
Avbestill middagen på torsdag.|Lopetamme tilausten käsittelyn kello 16.|Leiratkozás után is jön a számla.""".replace(
    "\n", "|"
).split("|")


@family("text", ALONE)
def test_a_links_words_alone_are_an_opt_out(text: str) -> None:
    reply = read_reply(text, today=TODAY)
    assert reply.kind == "opt-out"
    assert reply.matched in text


@family("text", MORE_IS_SAID)
def test_the_same_words_inside_a_sentence_are_none(text: str) -> None:
    assert read_reply(text, today=TODAY).kind != "opt-out"


@family("text", ["Yes, Tuesday. Preferences | Odjava | Privacy", "Ok. Odhlásit - Privacy policy"])
def test_a_menu_below_a_mail_is_its_readers_not_ours(text: str) -> None:
    assert link_words(Wording(text).text)
    assert read_reply(text, today=TODAY).kind != "opt-out"
