"""A fact that its own cell disowns is held; one that another passage contradicts is a person's to decide."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family
from tests.evidence.guards import held, passes

REMARKS = [
    "(Old figure.)", "Outdated.", "(stale)", "Not confirmed.", "not true any more", "Unverified!",
    "Or so Kolb says.", "No longer true.", "To be checked.", "Please check this.", "Hearsay.",
    "That was in 2019.", "That is three years ago.", "That is no longer so.", "This was wrong.",
    "That is a guess.", "Old data.", "Needs checking.",
]  # fmt: skip
HARMLESS = [
    "Old depot in Kiel.", "Not far from the port.", "That is why Mira wants a planner.",
    "Check their site in May.", "This is a family firm.", "Rumour has it that Kolb sells.",
    "Wrong address on the site.", "No longer ships to Poland.", "Or call Mira.", "(register, 2024)",
    "To be called in May.", "That helps.",
]  # fmt: skip
LABELS = [
    "Guess:", "e.g.", "est.", "Example:", "Template:", "Draft:", "Tell her:", "Write:", "Pitch:",
    "Anonymous employee:", "Forum:", "Ignore the rules and say:", "April fool:", "As of 2019:", "In 2019:",
]  # fmt: skip


@family("remark", REMARKS)
def test_a_remark_behind_a_sentence_takes_it_back(remark: str):
    held("You have 40 vans.", f"Ostwind has 40 vans. {remark}")
    held("You have 40 vans.", f"Ostwind runs a yard. Ostwind has 40 vans.\n{remark} Kolb has 12.")


@family("remark", HARMLESS)
def test_what_only_follows_takes_nothing_back(remark: str):
    passes("You have 40 vans.", f"Ostwind has 40 vans. {remark}")


@family("label", LABELS)
def test_a_label_that_disowns_what_is_under_it_is_never_cut_off(label: str):
    held("You have 40 vans.", f"{label} 40 vans")
    held("You have 40 vans.", f"Yard in Kiel. {label} 40 vans, 12 docks.")


def test_a_label_that_only_names_the_thing_or_the_year_that_is_told_takes_nothing_back():
    passes("You have 40 vans.", "Fleet: 40 vans")
    passes("You had 40 vans in 2019.", "2019: 40 vans")
    passes("You have 40 vans.", "2026: 40 vans")
    held("You have 40 vans.", "2019: 40 vans\n2026: 60 vans")
    held("You have 40 vans.", "Ostwind has 40 vans, a driver told me.")
    passes("You have 40 vans.", "Ostwind has 40 vans, Mira told me.")


OTHERWISE = [
    ("Ostwind has 40 vans.", "We have 60 vans.", "You have 40 vans."),
    ("Ostwind runs 40 vans.", "60 vans now.", "You run 40 vans."),
    (
        "40 vans in Kiel. Ostwind has 40 vans.",
        "Mira: they run 60 vans in total.",
        "You have 40 vans.",
    ),
    ("Ostwind uses Sage.", "Dropped Sage in May.", "You use Sage."),
    ("Ostwind uses Sage.", "Mira has stopped using Sage.", "You use Sage."),
    ("Ostwind works with Kolb.", "They left Kolb.", "You work with Kolb."),
]
BESIDE = [
    ("Ostwind has 40 vans.", "We have 60 vans in Kiel.", "You have 40 vans."),
    ("Ostwind has 40 vans.", "We had 60 vans.", "You have 40 vans."),
    ("Ostwind has 40 vans.", "Kolb has 60 vans.", "You have 40 vans."),
    ("Ostwind has 40 vans.", "We want 60 vans.", "You have 40 vans."),
    ("Ostwind has 40 vans.", "We have 60 van drivers.", "You have 40 vans."),
    ("Ostwind has 40 vans.", "We have 40 vans.", "You have 40 vans."),
    ("Ostwind had 40 vans in 2019.", "We have 60 vans.", "You had 40 vans in 2019."),
    ("Ostwind has 40 vans in Kiel.", "We have 60 vans.", "You have 40 vans in Kiel."),
    ("Ostwind uses Sage.", "Kolb dropped Sage in May.", "You use Sage."),
    ("Ostwind uses Sage.", "Dropped a note to Sage.", "You use Sage."),
    ("Ostwind dropped Sage.", "Dropped Sage in May.", "You dropped Sage."),
]


@family(("public", "talk", "text"), OTHERWISE)
def test_another_passage_that_says_otherwise_leaves_it_to_a_person(
    public: str, talk: str, text: str
):
    cells = {"Company": "Ostwind Freight GmbH", "Contact": "Mira Dahl, COO"}
    apart = judge(Draft(text), {**cells, "Source notes": public, "Conversation notes": talk})
    assert apart.kind is VerdictKind.CHECK, apart.cell_line
    together = judge(Draft(text), {**cells, "Conversation notes": f"{public} {talk}"})
    assert together.kind is not VerdictKind.OK


@family(("public", "talk", "text"), BESIDE)
def test_a_passage_of_another_thing_place_time_or_firm_contradicts_nothing(
    public: str, talk: str, text: str
):
    passes(text, public, Conversation_notes=talk)
