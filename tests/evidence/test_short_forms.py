"""Units, dates, marks and initials as notes have them, and what looks like one of them."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    # units of measure and of time
    ("Moves 3,200 t of grain/yr.", "You move 3,200 tonnes of grain a year."),
    ("Moves approx. 7 t of grain per season.", "You move approx. 7 tonnes of grain per season."),
    ("Share of the 1,100 t quota is 18 %.", "Your share of the 1,100-tonne quota is 18%."),
    ("Loads 900 sq ft/day.", "You load 900 sq ft a day."),
    ("Lead time 75 d.", "Your lead time is 75 days."),
    ("Yard of 3 ha in Hull.", "You have a yard of 3 hectares in Hull."),
    ("Tank holds 400 hl of diesel.", "Your tank holds 400 hectolitres of diesel."),
    ("Ships 40 pcs/wk.", "You ship 40 pieces a week."),
    ("Ships 40 t p.a.", "You ship 40 tonnes a year."),
    ("Ships 40 t per annum.", "You ship 40 tonnes a year."),
    ("Vans do 300 km/d.", "Your vans do 300 kilometres a day."),
    ("10-min slots at the dock.", "10-minute slots at the dock."),
    ("Has a 40-MW plant.", "You have a 40 MW plant."),
    # months in digits
    ("Lease ends 2026-11.", "Your lease ends in November 2026."),
    ("Night ban since 2024-11.", "You have had a night ban since November 2024."),
    ("Crane installed Q2 2025.", "The crane was installed in Q2 2025."),
    # marks
    ("Grinds wheat + rye in Hull.", "You grind wheat and rye in Hull."),
    ("Grade C -> B (Nov 2024).", "Your grade went from C to B in November 2024."),
    ("Vans 12 → 18 in 2024.", "Your vans went from 12 to 18 in 2024."),
    ("Lost loads: 4% -> 7%.", "Lost loads went from 4% to 7%."),
    ("Lost loads 4% -> 7%.", "Your lost loads rose from 4% to 7%."),
    # shares
    ("118 staff, two thirds women.", "Two thirds of your 118 staff are women."),
    # greetings
    *(("Ships vans.", greeting) for greeting in ("Kalimera Mira,", "Bonjour Mira,", "Hola Mira,", "Guten Tag Frau Dahl,", "Buenos días,", "Dzień dobry Mira,", "Kære Mira,", "Xin chào Mira,")),
]  # fmt: skip

OTHER = [
    ("Moves 3,200 t of grain/yr.", "You move 3,200 tons of grain a year."),
    ("Moves 3,200 t of grain/yr.", "You move 3,200 tonnes of grain a week."),
    ("Ships 40 t a day.", "You ship 40 pieces a day."),
    ("Ships 40 g a day.", "You ship 40 kg a day."),
    ("Loads 40 ha a day.", "You load 40 hours a day."),
    ("Tank holds 400 hl of diesel.", "Your tank holds 400 litres of diesel."),
    ("Ships 3D prints.", "You ship 3 days prints."),
    ("Sells 5G kits.", "You sell 5 grams kits."),
    ("Ships 40 PCs a day.", "You ship 40 pieces a day."),
    ("Has a 40 MW plant.", "You have a 40 kW plant."),
    ("Pallets of 40 x 60 cm.", "Pallets of 40 x 60 mm."),
    ("Lease ends 2026-11.", "Your lease ends in October 2026."),
    ("Lost tender 2023-11.", "You lost the tender of November 2023."),
    ("Season 2011-12.", "Your season is December 2011."),
    ("Crane not installed Q2 2025.", "The crane was installed in Q2 2025."),
    ("Costs EUR 200 + VAT.", "It costs EUR 200."),
    ("Grinds wheat + rye in Hull.", "You grind wheat or rye in Hull."),
    ("Grade C -> B (Nov 2024).", "Your grade is C."),
    ("Grade C -> B (Nov 2024).", "Your grade went from B to C in November 2024."),
    ("Grade C -> B (Nov 2024).", "Your grade went from C to B in November 2023."),
    ("Grade C -> B (Nov 2024).", "Your grade went from C to A."),
    ("Vans 12 -> 18 by 2026.", "Your vans went from 12 to 18 in 2026."),
    ("Vans 12 -> 18 (2026).", "Your vans went from 12 to 18."),
    ("Vans 12 -> 18 planned.", "Your vans went from 12 to 18."),
    ("Target: vans 12 -> 18.", "Your vans went from 12 to 18."),
    ("Vans 18 -> 12.", "Your vans rose from 18 to 12."),
    ("Kolb: vans 12 -> 18.", "Your vans went from 12 to 18."),
    ("Vans 12 -> 18, trucks 4 -> 6.", "Your trucks went from 12 to 18."),
    ("118 staff, two thirds women.", "A third of your 118 staff are women."),
    ("118 staff, two thirds women.", "Two thirds of your 118 staff are men."),
    *(("Ships vans.", greeting) for greeting in ("Bonjour Anna,", "Hola Jo,", "Guten Tag Herr Kolb,", "Selam Hull,", "Hola Mira ships vans.", "Bonjour Mira, you are late.")),
]  # fmt: skip

INITIALS = [
    ("M. wants invoices in USD + LBP.", "You want invoices in USD and LBP."),
    ("M. replaced Jo Lind as COO on 1 March 2025.", "You replaced Jo Lind as COO on 1 March 2025."),
    ("Expo Hull: M. wants barcode labels.", "You want barcode labels."),
    ("Expo Hull: M. wants barcode labels.", "Noted at Expo Hull: you want barcode labels."),
    ("14 May, phone: M. says they log trips on paper.", "On the phone on 14 May you said that you log trips on paper."),
    ("Menus and rates by hand. M. wants labels.", "You want labels."),
]  # fmt: skip

ANOTHERS = [
    ("M. wants labels. Marcus is the new planner.", "You want labels."),
    ("M. wants labels. Yard is run by Max Ek.", "You want labels."),
    ("J. wants labels.", "You want labels."),
    ("JD wants labels.", "You want labels."),
    ("MD wants labels.", "You want labels."),
    ("M. wanted labels.", "You want labels."),
    ("M. does not want labels.", "You want labels."),
    ("M. replaced by Jo Lind.", "You replaced Jo Lind."),
    ("M. was replaced by Jo Lind.", "You replaced Jo Lind."),
    ("Rival Kolb: M. wants labels.", "You want labels."),
    ("M. Kolb wants labels.", "You want labels."),
    ("Size M wants more stock.", "You want more stock."),
    ("Expo Hull: Jo wants labels.", "Noted at Expo Hull: you want labels."),
    ("Expo Hull: M. wants labels.", "Noted at Expo Bonn: you want labels."),
    ("Expo Hull: M. wants no labels.", "Noted at Expo Hull: you want labels."),
]  # fmt: skip


@family(("cell", "sentence"), SAME)
def test_a_sentence_passes_on_the_short_form_of_a_note(cell: str, sentence: str):
    passes(sentence, cell)


@family(("cell", "sentence"), OTHER)
def test_a_short_form_of_something_else_holds_a_sentence(cell: str, sentence: str):
    held(sentence, cell)


@family(("cell", "sentence"), INITIALS)
def test_the_contact_is_meant_by_initials_of_its_own(cell: str, sentence: str):
    passes(sentence, Conversation_notes=cell)


@family(("cell", "sentence"), ANOTHERS)
def test_initials_that_somebody_else_may_have_hold_a_sentence(cell: str, sentence: str):
    held(sentence, Conversation_notes=cell)
