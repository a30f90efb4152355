"""What the invented people of a benchmark's team type into their workbook."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from sheetsync.cells import Scalar

TODAY = date(2026, 3, 16)
"""The day of every measured run: a Monday."""

OWNERS = ("Ana", "Ben", "Cleo", "Dara")
FIRST_NAMES = "Aldo Brita Cem Dana Edda Finn Gita Hugo Ines Jaro Kaya Leon Mara Nils Olga Pavel Rosa Sami Tara Uwe".split()
_LAST = "Abrams Berger Castell Dorn Eklund Farkas Grauer Holm Ilves Jansen Kowal Lind Moreau Novak Osei Petrov Quist Ruiz Sorel Tamm".split()
_PLACES = "Amber Birch Cedar Delta Ember Fjord Glen Harbor Iron Juniper Kestrel Laurel Maple North Opal Pine Quarry River Silver Timber Umber Vale West Yarrow Zenith".split()
_KINDS = "bridge brook cross dale field ford gate hill lake mark mill point ridge stone ton wall way wood worth yard".split()
_TRADES = ("Freight", "Foods", "Tooling", "Clinics", "Retail", "Packaging", "Energy", "Textiles")
_ROLES = (
    "VP Operations",
    "Head of Logistics",
    "COO",
    "Plant Manager",
    "Head of Purchasing",
    "IT Director",
)
SEGMENTS = ("Regional carriers", "Food producers", "Machine builders", "Private clinics")
_CITIES = "Leeds Porto Gdansk Lyon Malmo Turin Graz Ghent Aarhus Brno Cork Vigo".split()
_SIGNALS = (
    "{company} opened a new site in {city} in {month} 2026",
    "{company} is hiring {number} people for its site in {city}",
    "{company} launched a second line in {city} worth {number} jobs",
    "{company} appointed a new head of operations for {city}",
)
_PROBLEMS = (
    "Planning for {city} is still done manually in {number} spreadsheets",
    "Customers complain about delays of {number} days on orders from {city}",
    "The team in {city} lacks {number} planners and cannot keep up",
    "Stock counts in {city} are slow and {number} percent of lines are wrong",
)
_FACTS = (
    "The annual report names {number} employees and {second} sites.",
    "Its careers page lists {second} open roles, most of them in {city}.",
    "The managing partner spoke at the trade fair in {city} about growth.",
    "It serves customers in {second} countries and was founded in 19{second}.",
    "A local paper wrote about the move of the warehouse to {city}.",
    "The website says that orders before noon leave on the same day.",
)
_MONTHS = ("January", "February")


EDITS: Sequence[tuple[str, str, Callable[[random.Random], str]]] = (
    ("Research", "Role", lambda rng: rng.choice(_ROLES) + ", Europe"),
    ("Qualification", "Reason", lambda rng: f"Spoke to {rng.choice(FIRST_NAMES)}: budget is there"),
    ("CRM", "Conversation notes", lambda rng: f"{rng.choice(FIRST_NAMES)} joins the next call"),
    ("Qualification", "Evidence note", lambda _: "Newly seen"),
    ("Follow-up", "Next action", lambda rng: f"Send the case from {rng.choice(_CITIES)}"),
)
"""What people change in a week: tab, column, new text."""


def lead(number: int, rng: random.Random) -> dict[str, Scalar]:
    """One row of Research. About two in a hundred share their company with the row before."""
    shared = number - 1 if number % 50 == 49 else number
    place, rest = divmod(shared, len(_KINDS) * len(_TRADES))
    kind, trade = _KINDS[rest % len(_KINDS)], _TRADES[rest // len(_KINDS)]
    first, second = _PLACES[place % len(_PLACES)], place // len(_PLACES)
    company = f"{first}{kind} {trade}" + (f" {_PLACES[second % len(_PLACES)]}" if second else "")
    domain = f"{company.replace(' ', '').casefold()}.example"
    contact = f"{rng.choice(FIRST_NAMES)} {rng.choice(_LAST)}"
    words: dict[str, object] = {
        "company": company,
        "city": rng.choice(_CITIES),
        "month": rng.choice(_MONTHS),
        "number": rng.randrange(12, 90),
        "second": rng.randrange(20, 99),
    }
    signal = rng.choice(_SIGNALS).format(**words)
    problem = rng.choice(_PROBLEMS).format(**words)
    facts = [fact.format(**words) for fact in rng.sample(_FACTS, 4)]
    channel, path = "email", f"{contact.casefold().replace(' ', '.')}{number}@{domain}"
    if number % 5 == 1:
        channel = "linkedin"
        path = f"https://www.linkedin.com/in/{contact.casefold().replace(' ', '-')}-{number}"
    elif number % 50 == 2:
        # The range that the British regulator keeps free for invented numbers.
        channel, path = "phone", f"+44 20 7946 {number // 50 % 1000:04d}"
    return {
        "Company": company,
        "Website": f"https://www.{domain}",
        "Contact": contact,
        "Role": rng.choice(_ROLES),
        "Segment": rng.choice(SEGMENTS),
        "Channel": channel,
        "Reachable path": path,
        "Source notes": f"{facts[0]} {signal}. {facts[1]} {facts[2]} {problem}. {facts[3]}",
        "Source URL": f"https://www.{domain}/news/{number}",
        "Probable problem": problem,
        "Relevance signal": signal,
        "Signal source": "press release",
        "Confidence": rng.choice(("low", "medium", "high")),
        "Estimated value": rng.randrange(5, 45) * 1000 if number % 3 else None,
    }


def decision(row: Mapping[str, Scalar], rng: random.Random) -> dict[str, Scalar]:
    """What a person decides about a lead, given its Research row."""
    ratings = ("strong", "strong", "partial", "unknown")
    fits: dict[str, Scalar] = {
        f"Fit: {name}": rng.choice(ratings)
        for name in ("ICP match", "Buyer role", "Problem evidence", "Timing")
    }
    return {
        **fits,
        "Decision": "pursue",
        "Reason": f"Fits {row['Segment']}, and the change is recent",
        "Evidence note": f"Their own words: {row['Relevance signal']}",
        "Risk or missing evidence": rng.choice(
            ("none found", "Risk: another supplier is in place")
        ),
        "Decided by": rng.choice(OWNERS),
    }


def message(row: Mapping[str, Scalar], rng: random.Random) -> dict[str, Scalar]:
    """What a person fills in to send the first message."""
    return {
        "Signal vouched by": rng.choice(OWNERS),
        "Angle": f"What changes: {row['Relevance signal']}",
        "Variant": rng.choice("AB"),
        "Final message": f"Hello {str(row['Contact']).split()[0]},\n\n{row['Relevance signal']}. "
        f"{row['Probable problem']}. Would it help to talk for ten minutes next week?\n\n"
        "If you would rather not hear from me again, just say so and I will not write.",
        "Approved by": rng.choice(OWNERS),
        "Next touch on": TODAY + timedelta(days=2),
        "Stop condition": "a reply, a bounce or an opt-out",
    }


def sent(_row: Mapping[str, Scalar], _rng: random.Random) -> dict[str, Scalar]:
    """What a person fills in once the first message is out."""
    return {"Sent on": TODAY - timedelta(days=10)}


def touch(row: Mapping[str, Scalar], rng: random.Random) -> dict[str, Scalar]:
    """What a person fills in on a planned touch; one in ten has a reply."""
    replied = rng.random() < 0.1
    return {
        "Final message": f"Hello {str(row['Contact']).split()[0]},\n\n"
        f"{row['Probable problem']}. Who plans this at {row['Company']}?",
        "Owner": rng.choice(OWNERS),
        "Reply text": "Thank you, please send details." if replied else None,
        "Reply received on": TODAY - timedelta(days=7) if replied else None,
        "Reply decision": "continue" if replied else None,
        "Decided by": rng.choice(OWNERS) if replied else None,
        "Next action": "Send the details" if replied else None,
        "Next action on": TODAY + timedelta(days=3) if replied else None,
    }


def record(row: Mapping[str, Scalar], rng: random.Random) -> dict[str, Scalar]:
    """What a person keeps about a lead in CRM."""
    return {
        "Owner": rng.choice(OWNERS),
        "Deal value": row["Estimated value"],
        "Conversation notes": f"{row['Contact']} asked for an offer and for two references.",
        "Next action": rng.choice(("Call", "Send the offer", "Wait for the answer")),
        "Next action on": TODAY + timedelta(days=rng.randrange(1, 30)),
    }
