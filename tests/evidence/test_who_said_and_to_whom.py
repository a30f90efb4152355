"""The reader's name in a sentence, labels with speaker, day and channel, and bare quotations."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SHIPS = "Ships vans from Ghent."

ADDRESSED = [
    (SHIPS, "You ship vans from Ghent, Mira."),
    (SHIPS, "You ship vans from Ghent, Ms Dahl."),
    (SHIPS, "Mira, I saw that you ship vans from Ghent."),
    (SHIPS, "I see, Mira, that you ship vans from Ghent."),
    ("Opened a dock in Hull in May.", "Congratulations on opening a dock in Hull, Mira!"),
    ("Opened a dock in Hull in May.", "Congratulations, Mira, on opening a dock in Hull."),
]

NOT_ADDRESSED = [
    ("Jo ships vans from Ghent.", "You ship vans from Ghent, Mira."),
    ("No vans from Ghent.", "You ship vans from Ghent, Mira."),
    ("The yard is run by Jo Lind and Max Ek.", "The yard is run by Jo Lind, Max Ek, Mira."),
    ("The yard is owned by your planner Jo.", "The yard is owned by your planner, Mira."),
    ("Our COO Jo owns the yard.", "Your COO, Mira, owns the yard."),
    (SHIPS, "Mira, we ship vans from Ghent."),
]

SAID = [
    ("Mira, phone 12 June: quotes are on paper.", "On the phone on 12 June you said that quotes are on paper."),
    ("Mira (phone, 12 June): quotes are on paper.", "On the phone on 12 June you said that quotes are on paper."),
    ("3 May, call, Mira: labels are late.", "On our call of 3 May you said that labels are late."),
    ("Mira (COO), by email 3 May: needs labels.", "You told me that you need labels."),
    ("Zoom 3 May - Mira: labels are late.", "You said that labels are late."),
    ("rota is on Kolb, 9 vans. 'might try a new rota after May'.", 'You said that you "might try a new rota after May".'),
]  # fmt: skip

NOT_SAID = [
    ("Jo, phone 12 June: quotes are on paper.", "You said that quotes are on paper."),
    ("Mira, phone 12 June: quotes are on paper.", "On the phone on 13 June you said that quotes are on paper."),
    ("Mira, email 12 June: quotes are on paper.", "On the phone on 12 June you said that quotes are on paper."),
    ("Mira + Jo, phone 12 June: quotes are on paper.", "You said that quotes are on paper."),
    ("Mira's brother, phone 12 June: quotes are on paper.", "You said that quotes are on paper."),
    ("Phone Mira 12 June: quotes are on paper.", "You said that quotes are on paper."),
    ("Email from Jo to Mira: quotes are on paper.", "You said that quotes are on paper."),
    ("Jo was there. 'might try a new rota'.", 'You said that you "might try a new rota".'),
    ("Her brother was there. 'might try a new rota'.", 'You said that you "might try a new rota".'),
    ("'might try a new rota' - Jo.", 'You said that you "might try a new rota".'),
    ("rota on paper. 'might try a new rota'.", 'You wrote that you "might try a new rota".'),
    ("rota on paper. 'might try a new rota'.", 'You said that you "will try a new rota".'),
]  # fmt: skip

WRITTEN = [
    ("Hey - swamped til June. Ask me then.", "You wrote that you are swamped until June."),
    ("Hi Jo, busy until June.", "You wrote that you are busy until June."),
    ("Speak to Jan Petty, she runs admin.", "You wrote that Jan Petty runs admin."),
]

NOT_WRITTEN = [
    ("Hey - not swamped til June.", "You wrote that you are swamped until June."),
    ("Hi Jo, Kolb is swamped until June.", "You wrote that you are swamped until June."),
    ("Swamped in June.", "You wrote that you are swamped until June."),
    ("Speak to Jan Petty, Jo runs admin.", "You wrote that Jan Petty runs admin."),
    ("Speak to Jan Petty, she runs admin.", "You wrote that Jan Petty runs payroll."),
]

PAGES = [
    ("FB post 3 May: 'no hire in high wind'", 'Your Facebook post of 3 May says "no hire in high wind".'),
    ('IG post 3 May: "new crane is in"', 'Your Instagram post of 3 May says "new crane is in".'),
    ("FB page has 900 followers.", "Your Facebook page has 900 followers."),
]  # fmt: skip

OTHER_PAGES = [
    ("FB post 3 May: 'no hire in high wind'", 'Your Facebook post of 4 May says "no hire in high wind".'),
    ("FB post 3 May: 'no hire in high wind'", 'Your LinkedIn post of 3 May says "no hire in high wind".'),
    ("Kolb FB post 3 May: 'no hire in high wind'", 'Your Facebook post of 3 May says "no hire in high wind".'),
    ("LI post 3 May: 'new crane is in'", 'Your Instagram post of 3 May says "new crane is in".'),
]  # fmt: skip

LEFT = ("Ex-Kolb planner (left 2016).", "You left Kolb in 2016.")
LEFT_OTHERWISE = [
    ("Ex-Kolb planner (left 2016).", "You left Kolb in 2017."),
    ("Ex-Kolb planner Jo (left 2016).", "You left Kolb in 2016."),
    ("Jo is an ex-Kolb planner (left 2016).", "You left Kolb in 2016."),
]
UK = "Our planner is used by 40 firms in the UK."
UK_AND_MORE = "Our planner is used by 40 firms in the UK and Ireland."


@family(("cell", "sentence"), ADDRESSED)
def test_the_name_of_the_reader_says_nothing_in_a_sentence(cell: str, sentence: str):
    passes(sentence, cell)


@family(("cell", "sentence"), NOT_ADDRESSED)
def test_a_name_that_says_who_it_is_holds_a_sentence(cell: str, sentence: str):
    held(sentence, cell)


@family(("cell", "sentence"), SAID)
def test_a_label_with_day_and_channel_says_that_the_contact_spoke(cell: str, sentence: str):
    passes(sentence, Conversation_notes=cell)


@family(("cell", "sentence"), NOT_SAID)
def test_words_of_somebody_else_or_another_day_are_not_the_contacts(cell: str, sentence: str):
    held(sentence, Conversation_notes=cell)


@family(("cell", "sentence"), WRITTEN)
def test_a_reply_in_few_words_proves_a_whole_sentence(cell: str, sentence: str):
    passes(sentence, Reply_text=cell)


@family(("cell", "sentence"), NOT_WRITTEN)
def test_a_reply_that_says_otherwise_holds_a_sentence(cell: str, sentence: str):
    held(sentence, Reply_text=cell)


@family(("cell", "sentence"), PAGES)
def test_a_page_may_be_named_in_short_in_the_cell(cell: str, sentence: str):
    passes(sentence, Relevance_signal=cell)


@family(("cell", "sentence"), OTHER_PAGES)
def test_another_page_or_another_day_holds_a_quotation(cell: str, sentence: str):
    held(sentence, Relevance_signal=cell)


def test_where_somebody_was_before_is_what_they_left():
    passes(LEFT[1], Note=LEFT[0])


@family(("cell", "sentence"), LEFT_OTHERWISE)
def test_another_year_or_person_holds_what_somebody_left(cell: str, sentence: str):
    held(sentence, Note=cell)


def test_firms_in_the_uk_are_uk_firms_in_our_own_claims():
    passes("Our planner is used by 40 UK firms.", Our_claims=UK)


def test_firms_in_the_uk_and_elsewhere_are_not_all_uk_firms():
    held("Our planner is used by 40 UK firms.", Our_claims=UK_AND_MORE)


@family(
    ("reply", "text"),
    [
        ("I do bookings myself, on paper.", "You wrote that you do bookings yourself, on paper."),
        ("We plan slots ourselves.", "You plan slots yourselves."),
        ("Hopes are high for Xmas.", "You wrote that hopes are high for Christmas."),
    ],
)
def test_who_writes_myself_means_yourself(reply: str, text: str):
    passes(text, Reply_text=reply)


@family(
    ("reply", "text"),
    [
        ("Kolb does bookings itself.", "You do bookings yourself."),
        ("My boss does bookings himself.", "You wrote that you do bookings yourself."),
    ],
)
def test_who_writes_of_somebody_else_does_not_mean_yourself(reply: str, text: str):
    held(text, Reply_text=reply)
