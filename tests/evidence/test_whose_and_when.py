"""Whose a passage is below a heading, a label or another's words, and of what time it tells."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes


@family(
    "heading",
    [
        "# Kolb", "## Kolb", "**Kolb**", "- Kolb", "Kolb", "Kolb:", "Kolb GmbH", "# Kolb GmbH", "# Kolb Freight", "• Kolb",
    ],
)  # fmt: skip
def test_it_below_the_name_of_another_firm_is_that_firm(heading: str):
    held("You run 40 vans.", f"{heading}\nIt runs 40 vans.")
    held("You run 40 vans.", f"{heading}\n\nIt runs 40 vans.")


@family("heading", ["# Kolb", "Kolb", "**Kolb**", "Kolb GmbH", "Kolb Ltd"])
def test_a_passage_that_leaves_out_who_is_about_the_firm_over_it(heading: str):
    held("You run 40 vans.", f"{heading}\nRuns 40 vans.")
    held("You opened a depot.", f"{heading}\nRuns 40 vans.\nOpened a depot.")
    held("You run 40 vans.", f"{heading}\nThe company runs 40 vans.")
    held("You run 40 vans.", f"{heading}\nThe firm runs 40 vans.")
    passes("Kolb runs 40 vans.", "Kolb\nRuns 40 vans.")


@family(
    "heading",
    [
        "# Overview",
        "Fleet",
        "# About",
        "Ostwind",
        "# Ostwind Freight",
        "Logistics",
        "Tech Stack",
        "News",
        "40 vans",
    ],
)
def test_a_heading_that_names_no_other_firm_leaves_the_lead_the_lead(heading: str):
    passes("You run 40 vans.", f"{heading}\nRuns 40 vans.")


@family(
    "heading",
    ["# Overview", "Fleet", "# About", "Ostwind", "# Ostwind Freight", "Logistics", "News"],
)
def test_it_below_such_a_heading_is_the_lead(heading: str):
    passes("You run 40 vans.", f"{heading}\nIt runs 40 vans.")
    passes("You run 40 vans.", f"{heading}\nThe company runs 40 vans.")


def test_a_heading_ends_where_the_next_begins():
    passes("You run 40 vans.", "Kolb\nOpened a depot.\nFleet\nRuns 40 vans.")
    passes("You run 40 vans.", "Kolb\nOpened a depot.\nOstwind runs 40 vans.")
    passes("You run 40 vans.", "Kolb\nOstwind runs 40 vans.")


@family("label", ["Kolb", "Kolb GmbH", "Kolb (Ghent)"])
def test_it_behind_the_label_of_another_firm_is_that_firm(label: str):
    held("You run 40 vans.", f"{label}: it runs 40 vans.")
    held("You run 40 vans.", f"{label}: It runs 40 vans.")
    held("You run 40 vans.", f"{label}: the company runs 40 vans.")


@family("label", ["Ostwind", "Website", "Fleet", "Careers page", "Profile", "About"])
def test_it_behind_any_other_label_is_the_lead(label: str):
    passes("You run 40 vans.", f"{label}: it runs 40 vans.")


@family("label", ["Kolb", "Kolb GmbH", "Jo Lind"])
def test_what_a_rival_labels_is_its_opinion(label: str):
    held("You are failing.", f"{label}: Ostwind is failing.")
    held("Ostwind is failing.", f"{label}: Ostwind is failing.")
    held("Ostwind fails vans.", f"{label}: Ostwind fails vans.")
    held("You have 40 vans.", f"{label}: Ostwind has 40 vans.")


@family(
    "label",
    ["Ghent Times", "Trade Weekly", "Kolb, 3 May 2026", "Website", "CEO Lee Park", "Profile"],
)
def test_what_a_paper_or_a_page_of_its_own_labels_is_told(label: str):
    passes("You have 40 vans.", f"{label}: Ostwind has 40 vans.")


def test_news_is_told_by_anybody():
    passes("You opened a depot.", "FreightWaves: Ostwind opened a depot.")


@family(
    "frame",
    [
        "In Kolb's words, {}.", "In the words of Kolb, {}.", "In Kolb's view, {}.", "In Kolb's opinion, {}.",
        "By Kolb's account, {}.", "In the eyes of Kolb, {}.", "{}, per Kolb.", "{}, in Kolb's words.", "{}, in the view of Kolb.",
    ],
)  # fmt: skip
def test_what_is_so_in_the_words_of_another_is_no_fact(frame: str):
    cell = frame.format("Ostwind is failing")
    cell = cell[0].upper() + cell[1:]
    held("You are failing.", cell)
    held("Ostwind is failing.", cell)


@family(
    "frame", ["In Mira's words, {}.", "In the words of its CEO, {}.", "In the company's view, {}."]
)
def test_what_is_so_in_the_lead_s_own_words_may_be_told(frame: str):
    passes("Ostwind is growing.", frame.format("Ostwind is growing"))


@family(
    ("cell", "text"),
    [
        ("Load time measured 6 s.", "Your load time is 6 s."),
        ("Load time measured 6 s.", "Load time is 6 s."),
        ("Page load measured at 6 s.", "Your page load is 6 s."),
        ("Lead time clocked at 40 days.", "Your lead time is 40 days."),
        ("Careers page in 2019: 9 open roles.", "You are hiring."),
        ("Careers page in 2019: 9 open roles.", "You are hiring for 9 roles."),
        ("Careers page in 2019: 9 open roles.", "You have 9 open roles."),
        ("Careers page in 2019 lists 9 open roles.", "You have 9 open roles."),
        ("In 2019, the careers page lists 9 open roles.", "You have 9 open roles."),
        ("Careers page in May 2019: planner wanted.", "You are hiring a planner."),
    ],
)  # fmt: skip
def test_what_was_so_then_is_not_said_of_today(cell: str, text: str):
    held(text, cell)


@family(
    ("cell", "text"),
    [
        ("Load time measured 6 s.", "Your load time was 6 s."),
        ("Load time: 6 s.", "Your load time is 6 s."),
        ("Load time is 6 s.", "Your load time is 6 s."),
        ("Careers page: 9 open roles.", "You have 9 open roles."),
        ("Careers page, 3 May 2026: 9 open roles.", "You have 9 open roles."),
        ("Annual report in 2024: scrap fell from 7% to 4%.", "Scrap fell from 7% to 4%."),
    ],
)  # fmt: skip
def test_what_is_so_or_was_so_is_said_as_it_is(cell: str, text: str):
    passes(text, cell)


@family(
    ("cell", "text"),
    [
        ("Invoices checked by hand in Kolb.", "You check invoices by hand."),
        ("Invoices are checked by hand in Kolb.", "You check invoices by hand."),
    ],
)  # fmt: skip
def test_what_is_done_at_a_named_place_is_not_said_without_it(cell: str, text: str):
    held(text, cell)
    passes(text.replace("hand", "hand in Kolb"), cell)


@family("cell", ["Vans are red.", "Ostwind ships vans. Vans are red.", "The vans are red."])
def test_a_name_that_calls_the_reader_takes_no_other_subject_s_verb(cell: str):
    held("Vans, you are red.", cell)
    held("Vans, your company, are red.", cell)


def test_a_phrase_in_front_still_leads_to_the_reader():
    passes("In Ghent, you run 40 vans.", "In Ghent, Ostwind runs 40 vans.")
    passes("In Ghent, you run 40 vans.", "Runs 40 vans in Ghent.")


@family(
    ("cell", "text"),
    [
        ("Ostwind opened a depot with Kolb. The depot has 40 docks.", "Your new depot has 40 docks."),
        ("Ostwind opened a depot alongside Kolb. The depot has 40 docks.", "Your new depot has 40 docks."),
        ("Ostwind opened a depot with Kolb.", "Congrats on your new depot."),
        ("Ostwind opened a depot with a partner.", "Congrats on your new depot."),
        ("Ostwind signed a report. The report has 40 pages.", "Your new report has 40 pages."),
        ("Ostwind hired a hall. The hall has 40 seats.", "Your new hall has 40 seats."),
    ],
)  # fmt: skip
def test_what_is_shared_or_only_signed_is_no_new_thing_of_the_lead(cell: str, text: str):
    held(text, cell)


@family(
    ("cell", "text"),
    [
        ("Ostwind opened a depot with 40 docks. The depot has a crane.", "Your new depot has a crane."),
        ("Ostwind opened a depot in Ghent. The depot has 40 docks.", "Your new depot has 40 docks."),
        ("Ostwind signed a lease with Kolb. The lease runs to May.", "Your new lease runs to May."),
    ],
)  # fmt: skip
def test_a_thing_that_is_the_lead_s_alone_is_new(cell: str, text: str):
    passes(text, cell)
