"""What a cell says in other or fewer words, each with what only looks like it."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    ("Ostwind has 9 depots in Hull and opened a tenth in Ghent.", "You opened a tenth depot in Ghent."),
    ("It had 23 drivers in 2020 and has 118 today.", "You have 118 drivers today."),
    ("Annual report 2024: 96% of vans ran on time.", "Your annual report says 96% of vans ran on time."),
    ("Ostwind bought a paint line from Kolb in May 2025 for $2 million.", "Congrats on the $2 million paint line from Kolb."),
    ("Job board: planner (Ghent), clerk (Hull).", "You are hiring a planner in Ghent."),
    ("Jobs page: two drivers and a planner wanted.", "You are hiring two drivers and a planner."),
    ("Ostwind runs depots in Hull and Ghent with 640 docks in total.", "You have 640 docks in total."),
    ("Membership: 5,900.", "You have 5,900 members."),
    ("Instagram 31k followers.", "You have 31k Instagram followers."),
    ("Lab results keyed twice.", "Lab results are keyed twice."),
    ("Lab results checked manually.", "Lab results are checked manually."),
    ("In a webinar in May, managing director Jo Lind said vans are late.", "Jo Lind said in a webinar in May that vans are late."),
    ("In a webinar in May, finance director Jo Lind said vans are late.", "Jo Lind, your finance director, said vans are late."),
    ('Its press release of 3 June 2025 says: "We are investing £11 million in vans."', "You are investing £11 million in vans."),
    ("Its pass rate was 61% in 2024, up from 55%.", "Your pass rate rose from 55% to 61% in 2024."),
    ("Its pass rate was 55%, down from 61%.", "Your pass rate fell from 61% to 55%."),
    ("Trustpilot: 4.9 from 860 reviews.", "Your Trustpilot rating is 4.9 from 860 reviews."),
    ("Winner of the Irish Made Award 2024.", "You won the Irish Made Award 2024."),
    ("Kolb ordered 18 vans in May 2025 worth £7 million.", "Kolb ordered 18 vans worth £7 million in May 2025."),
    ("Sales were down 12% in 2024 after a strike.", "Sales were down 12% in 2024."),
    ("Heat losses in the network were 9%. It will connect the port in May 2026.", "You will connect the port in May 2026."),
]  # fmt: skip

OTHER = [
    ("Ostwind has 9 depots in Hull and opened a tenth in Ghent.", "You opened a ninth depot in Ghent."),
    ("Ostwind has 9 depots in Hull and opened a tenth in Ghent.", "You have 9 depots in Ghent."),
    ("It had 23 drivers in 2020 and has 118 today.", "You have 23 drivers today."),
    ("It had 23 drivers in 2020 and has 118 today.", "You had 118 drivers in 2020."),
    ("G2 rating in 2019: 4.6.", "Your G2 rating is 4.6."),
    ("Ostwind raised $2 million for a paint line from Kolb.", "Congrats on the $2 million paint line from Kolb."),
    ("Job board: planner (Ghent), clerk (Hull).", "You are hiring a planner in Hull."),
    ("Jobs page: two drivers wanted by Kolb.", "You are hiring two drivers."),
    ("Ostwind leases depots with 640 docks.", "You have 640 docks."),
    ("Membership: 5,900.", "You have 5,900 staff."),
    ("Instagram 31k followers, 12k fans.", "You have 12k Instagram followers."),
    ("Lab results were keyed twice.", "Lab results are keyed twice."),
    ("Sales dropped sharply.", "Sales are up sharply."),
    ("Ostwind met the group CFO, Jo Lind.", "You met Jo Lind, your CFO."),
    ("Its pass rate was 61% in 2024, up from 55%.", "Your pass rate rose from 61% to 55%."),
    ("Its pass rate was 61% in 2024, up from 55%.", "Your pass rate fell from 61% to 55%."),
    ("Its pass rate was 61% in 2024, up from 55%.", "Your pass rate rose from 55% to 61% in 2025."),
    ("Trustpilot: 4.9 from 860 reviews.", "Your Google rating is 4.9 from 860 reviews."),
    ("Trustpilot: 860 reviews.", "Your Trustpilot rating is 860."),
    ("Nominee of the Irish Made Award 2024.", "You won the Irish Made Award 2024."),
    ("Hull and Ghent are its largest depots.", "Ghent is your largest depot."),
    ("Kolb and Lexim are its main customers.", "Lexim is your main customer."),
    ("Maps are still paper in 11 depots.", "Your maps are still paper."),
    ("Ostwind services 420 vans for Kolb and First.", "You service 420 vans for Kolb."),
    ("Sales were down 12% after a strike.", "Sales were down 12%."),
    ("Kolb losses in the network were 9%. Kolb runs vans. It will connect the port.", "You will connect the port."),
]  # fmt: skip

NOTED = [
    ("Met Mira at the Ghent fair.", "We met at the Ghent fair."),
    ("Spoke with Mira at the Ghent fair.", "We spoke at the Ghent fair."),
    ("Dispatch on Kolb.", "Dispatch runs on Kolb."),
    ("Dispatch in Excel.", "Your dispatch is in Excel."),
    ("Bookings via Kolb.", "You take bookings via Kolb."),
    ("Kolb is used for rotas.", "You use Kolb for rotas."),
    (
        "Mira plans tours in Google Calendar. She asked for prices per van.",
        "You asked for prices per van.",
    ),
]

NOT_NOTED = [
    ("Met Jo Lind at the Ghent fair.", "We met at the Ghent fair."),
    ("Dispatch was on Kolb.", "Dispatch is on Kolb."),
    ("Dispatch on Kolb until May.", "Dispatch runs on Kolb."),
    ("Dispatch on Kolb.", "Dispatch runs on Lexim."),
    ("Not on Kolb.", "Dispatch runs on Kolb."),
    ("Kolb was used for rotas.", "You use Kolb for rotas."),
    ("Kolb is used by Lexim for rotas.", "You use Kolb for rotas."),
    ("Decision maker: ops director Jo Lind.", "You are the decision maker."),
    ("Decision maker: ops director Jo Lind.", "Mira Dahl is the decision maker."),
    ("Budget owner: Jo Lind.", "You are the budget owner."),
    ("Jo Lind plans tours. She asked for prices per van.", "You asked for prices per van."),
]

WRITTEN = [
    ("Where is your data hosted?", "You asked where our data is hosted."),
    ("What would you do about tolls?", "You asked what we would do about tolls."),
    ("Send a datasheet to jo.", "You asked for a datasheet."),
    ("Please send the security papers before.", "You asked for the security papers."),
    ("Can you integrate with Kolb?", "You asked whether we can integrate with Kolb."),
    ("Can you integrate with Kolb?", "You asked if we can integrate with Kolb."),
    ("We are however unhappy with Kolb.", "You said you are unhappy with Kolb."),
    (
        "We just renewed Kolb for 3 years though.",
        "You wrote that you just renewed Kolb for 3 years.",
    ),
    ("Not my area - Jo Lind runs vans here.", "Jo Lind runs vans."),
]

NOT_WRITTEN = [
    ("Where is your data hosted?", "You asked where our office is hosted."),
    ("Our data is hosted in Ghent.", "You asked where our data is hosted."),
    ("Send a datasheet to replace the old one.", "You asked for a datasheet on vans."),
    ("Please send no papers before.", "You asked for papers."),
    ("Can you integrate with Kolb?", "You asked whether you can integrate with Lexim."),
    ("We can integrate with Kolb.", "You asked whether we can integrate with Kolb."),
    ("Not my area - Jo Lind might run vans here.", "Jo Lind runs vans."),
]


@family(("cell", "text"), SAME)
def test_the_same_in_fewer_words_passes(cell: str, text: str):
    passes(text, cell)


@family(("cell", "text"), OTHER)
def test_what_only_looks_shorter_is_held(cell: str, text: str):
    held(text, cell)


@family(("cell", "text"), NOTED)
def test_a_note_of_ours_bears_out_what_it_leaves_unsaid(cell: str, text: str):
    passes(text, Conversation_notes=cell)


@family(("cell", "text"), NOT_NOTED)
def test_a_note_of_ours_bears_out_nothing_else(cell: str, text: str):
    held(text, Conversation_notes=cell)


@family(("cell", "text"), WRITTEN)
def test_what_a_reply_asks_was_asked(cell: str, text: str):
    passes(text, Reply_text=cell)


@family(("cell", "text"), NOT_WRITTEN)
def test_what_a_reply_does_not_ask_was_not_asked(cell: str, text: str):
    held(text, Reply_text=cell)


@family(
    "column",
    ["Website", "website", "Company website", "LinkedIn profile", "Careers page", "About us page"],
)
def test_on_its_own_page_the_lead_says_we(column: str):
    passes(
        "You build vans for schools.", **{column.replace(" ", "_"): "We build vans for schools."}
    )
    passes(
        "Your scheme has saved 18 vans.",
        **{column.replace(" ", "_"): "Our scheme has saved 18 vans."},
    )


@family("column", ["News", "Source notes", "Website of Kolb", "Reviews"])
def test_elsewhere_we_may_be_anybody(column: str):
    held("You build vans for schools.", **{column.replace(" ", "_"): "We build vans for schools."})


def test_a_page_that_quotes_somebody_is_not_the_lead_s_voice_there():
    held("You love vans from Ostwind.", Website='Kolb: "We love vans from Ostwind."')


def test_a_page_of_its_own_is_named_as_the_source_of_a_whole_sentence():
    passes('Your website says: "We build vans for schools".', Website="We build vans for schools.")
    passes('Your website says "We build vans for schools".', Website="We build vans for schools.")
    held('Your website says: "We build vans".', Website="We build vans for schools.")
    held('Your blog says: "We build vans for schools".', Website="We build vans for schools.")
    held('Your news says: "We build vans for schools".', News="We build vans for schools.")


@family(
    ("cell", "text"),
    [
        ("Ostwind: 130 people.", "According to the Ghent Times, you have 130 people."),
        ("Job board: planner.", "According to the Ghent Times, you are hiring a planner."),
        ("Its pass rate was 61%, up from 55%.", "According to the Ghent Times, your pass rate rose from 55% to 61%."),
        ("I read the Trade Week. Ostwind has 130 staff.", "I read in the Ghent Times that you employ 130 staff."),
    ],
)  # fmt: skip
def test_a_source_that_the_cell_does_not_name_is_not_named_in_other_words_either(
    cell: str, text: str
):
    held(text, cell)


def test_a_source_that_the_cell_names_may_be_named_in_other_words():
    passes(
        "According to the Ghent Times, you employ 130 staff.",
        "Ghent Times, 3 May: Ostwind has 130 staff.",
    )


@family("tail", ["despite falling sales", "and its partners", "last month", "for Lexim"])
def test_nothing_is_added_behind_what_was_left(tail: str):
    cell = "Previous vendor: Kolb (left 2024)."
    passes("You left Kolb in 2024.", Conversation_notes=cell)
    held(f"You left Kolb in 2024 {tail}.", Conversation_notes=cell)
    held("You left Kolb near 2024.", Conversation_notes=cell)


@family("bound", ["", "fewer than ", "at least ", "up to ", "about "])
def test_a_quotation_keeps_its_bounds(bound: str):
    cell = 'Job post: Controller, "must have closed books for more than three entities".'
    passes(
        'Your Controller post asks for someone who has "closed books for more than three entities".',
        cell,
    )
    held(
        f'Your Controller post asks for someone who has "closed books for {bound}three entities".',
        cell,
    )


@family(
    ("cell", "text"),
    [
        ("Renewal due in January.", "Your renewal was due in January."),
        ("Contract up for renewal in December.", "Your contract was up for renewal in December."),
        ("Budget frozen until July.", "Your budget was frozen until July."),
        ("Kolb: contractor since 2018.", "Kolb was your contractor since 2018."),
        ("Kolb is contractor since 2018.", "Kolb had been your contractor since 2018."),
        ("A second hub, in Braga, opens in May.", "You were opening a second hub in Braga in May."),
    ],
)  # fmt: skip
def test_what_goes_on_is_not_said_to_be_over(cell: str, text: str):
    held(text, Conversation_notes=cell)


@family(
    "text",
    [
        "You planning is slow.",
        "You you are slow at planning.",
        "You the planning is slow.",
        'You "planning is slow".',
    ],
)
def test_a_sentence_with_two_subjects_is_none(text: str):
    held(text, Conversation_notes="Mira said planning is slow. They are slow at planning.")
