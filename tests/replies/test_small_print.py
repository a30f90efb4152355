"""Notices on data protection, automatic answers and tools given up say nothing about our messages."""

from datetime import date

import pytest

from sheetsync.replies.reply import read_reply

FOOTER = "If you would rather not hear from us, reply with “no more”."


def kind(text: str) -> str:
    return read_reply(text, today=date(2026, 3, 2), opt_out_sentence=FOOTER).kind


NOTICES = [
    (
        "Administratorem danych osobowych jest Ostwind sp. z o.o. Mają Państwo prawo dostępu do danych, "
        "ich sprostowania i usunięcia zgodnie z RODO."
    ),
    (
        "The data controller is Ostwind Ltd. You have the right to access your personal data and to have "
        "it corrected or erased."
    ),
    (
        "Verantwortlicher im Sinne der DSGVO ist die Ostwind GmbH. Sie haben das Recht auf Auskunft, "
        "Berichtigung und Löschung Ihrer Daten."
    ),
    (
        "Le responsable du traitement est Ostwind SARL. Vous disposez d'un droit d'accès, de "
        "rectification et d'effacement de vos données."
    ),
    (
        "El responsable del tratamiento es Ostwind SL. Usted tiene derecho a acceder, rectificar y "
        "suprimir sus datos personales."
    ),
]


@pytest.mark.parametrize("notice", NOTICES)
def test_r42_what_the_law_wants_below_a_mail_is_no_opt_out(notice: str):
    assert kind(f"Thursday at noon suits me.\n\n{notice}") not in ("opt-out", "bounce")
    assert kind(f"Please remove me from your list.\n\n{notice}") == "opt-out"


def test_r42_who_names_the_controller_and_asks_for_the_erasure_opts_out():
    asked = (
        "As the data controller you must delete our data. We have the right to erasure under "
        "Article 17 of the GDPR, and we use it now."
    )
    assert kind(asked) == "opt-out"


@pytest.mark.parametrize(
    "text",
    [
        "Nos dimos de baja de la otra plataforma y buscamos alternativa. ¿Tenéis demo?",
        "Me di de baja del programa anterior. ¿Qué cuesta el vuestro?",
    ],
)
def test_r42_who_left_another_tool_has_not_left_us(text: str):
    assert kind(text) not in ("opt-out", "bounce")


@pytest.mark.parametrize(
    "text", ["Por favor, darme de baja de la lista.", "Dame de baja de esta lista, gracias."]
)
def test_r42_who_asks_to_be_taken_off_this_list_opts_out(text: str):
    assert kind(text) == "opt-out"


@pytest.mark.parametrize(
    "text",
    [
        "I'm on leave until 30 June. If you need something before then, write to ops@ostwind.example.",
        "I am in vacation until 25.08. In urgent cases please contact Mr. Novak.",
        "Odpowiedź automatyczna: jestem poza biurem, odpowiem po powrocie 9 czerwca.",
        "Dobrý den, do 27. 6. čerpám dovolenou. V naléhavých případech kontaktujte kolegu.",
        "Your request (19377) has been received and is being reviewed by our support staff.",
    ],
)
def test_r43_nobody_wrote_this_answer(text: str):
    assert kind(text) == "out-of-office"


@pytest.mark.parametrize(
    "text",
    [
        "I'm on leave until 30 June, could we talk before then?",
        "We invest in vacation rentals. What does it cost?",
        "Your request has been on my desk. Send me the prices.",
    ],
)
def test_r43_a_person_who_talks_of_a_leave_is_no_automatic_answer(text: str):
    assert kind(text) != "out-of-office"
