"""A right of data protection law, claimed for oneself, ends a sequence in any language (R42)."""

from datetime import date

from sheetsync.replies.reply import read_reply
from tests.evidence.families import family

TODAY = date(2026, 11, 22)

CLAIMED = {
    "consent withdrawn": "Perun suostumukseni.|Jeg trekker samtykket tilbake.|Jag återkallar mitt samtycke.|Odvolávám svůj souhlas.|Opozivam pristanak.|Wycofuję zgodę na kontakt.|Visszavonom a hozzájárulásomat.|Võtan nõusoleku tagasi.|Atsaucu piekrišanu.|Îmi retrag consimțământul.|Отзываю согласие.",
    "advertising objected to": "Jag motsätter mig direktmarknadsföring.|Vastustan suoramarkkinointia.|Tiltakozom a direkt marketing ellen.|I am objecting to the use of my details for direct marketing.",
    "data to be erased": "Vymažte moje osobní údaje.|Izbrišite moje osobne podatke.|Poistakaa henkilötietoni.|Ištrinkite mano asmens duomenis.",
    "off a list": "Eemaldage mind nimekirjast.|Išbraukite mane iš sąrašo.",
    "mail refused": "Ne želimo više dobivati takvu poštu.|Nechci dostávat takovou poštu.|En halua vastaanottaa tällaisia viestejä.|Nu doresc să primesc astfel de mesaje.",
}

SOMEBODY_ELSES = {
    "customers": "Do customers withdraw their consent in your tool?|Naši zákazníci odvolávají souhlas sami.|Our drivers object to marketing calls.",
    "a product": "How does your product erase personal data?",
    "our own deed": "Museli jsme smazat osobní údaje řidičů.|Wir mussten personenbezogene Daten löschen.",
    "papers": "Ne želim primati račune poštom.|Nu doresc să primesc facturi pe hârtie.",
}


@family(
    ("what", "text"), [(what, text) for what, all_ in CLAIMED.items() for text in all_.split("|")]
)
def test_a_right_claimed_is_an_opt_out(what: str, text: str) -> None:
    reply = read_reply(text, today=TODAY)
    assert reply.kind == "opt-out", what
    assert reply.matched in text


@family(
    ("whose", "text"),
    [(whose, text) for whose, all_ in SOMEBODY_ELSES.items() for text in all_.split("|")],
)
def test_what_others_do_with_their_rights_is_none(whose: str, text: str) -> None:
    assert read_reply(text, today=TODAY).kind != "opt-out", whose
