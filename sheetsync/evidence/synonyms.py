"""Words and phrases that a faithful writer exchanges freely, and nouns for deeds.

Only what never changes the truth of a sentence: another spelling, an abbreviation, a
verb and its noun.
"""

SAME_MEANING = {
    key: group.split()[0]
    for group in (
        "own owner ownership",
        "grow growth rise increase climb",
        "fall decrease",
        "acquire acquisition buy purchase",
        "invest investment",
        "migrate migration",
        "expand expansion",
        "renew renewal",
        "locate location",
        "operate operation run",
        "recruit recruitment hire",
        "sign signature",
        "congrats congratulation congratulations",
        "employee staff",
        "role position",
        "series round",
        "percent pct",
        "corporation corp",
        "incorporated inc",
        "limited ltd",
        "department dept",
        "approx approximately",
        "may might",
        "email emails",
        "website site",
        "shut close",
        "start begin",
        "relocate relocation",
        "if whether",
        "merge merger",
        "promote promotion",
        "appoint appointment",
        "complete completion",
        "certify certification",
        "approve approval",
        "announce announcement",
        "install installation",
        "deploy deployment",
        "introduce introduction",
        "implement implementation",
        "extend extension",
        "nominate nomination",
        "receive receipt",
        "each every",
        "hold holder",
        "plan intend",
    )
    for key in group.split()
}
"""One word for each idea whose forms a faithful writer exchanges freely."""

DEEDS = frozenset(
    (
        "acquisition purchase investment migration expansion renewal relocation recruitment merger "
        "promotion appointment completion certification approval announcement installation deployment "
        "introduction implementation extension nomination"
    ).split()
)
"""Nouns for what is done: "the merger with Kolb" of those who merged. Not the other way
round: a merger may be planned."""

DEEDS_AS_VERBS = frozenset("move launch switch win rebrand upgrade pledge relaunch order".split())
"""The same, where noun and verb are written alike."""

PHRASES = {
    tuple(phrase.split()): key
    for key, phrases in {
        "vp": ("vice president", "vice - president"),
        "ceo": ("chief executive officer", "chief executive"),
        "cfo": ("chief financial officer",),
        "cto": ("chief technology officer",),
        "coo": ("chief operating officer",),
        "cio": ("chief information officer",),
        "cmo": ("chief marketing officer",),
        "cro": ("chief revenue officer",),
        "hr": ("human resources",),
        "usa": ("united states of america", "united states"),
        "uk": ("united kingdom",),
        "eu": ("european union",),
        "percent": ("per cent",),
        "pa": ("per annum",),
        "pp": ("percentage point", "percentage points"),
        "q1": ("first quarter",),
        "q2": ("second quarter",),
        "q3": ("third quarter",),
        "q4": ("fourth quarter",),
        "erp": ("enterprise resource planning",),
        "crm": ("customer relationship management",),
        "website": ("web site",),
        "email": ("e - mail",),
        "emails": ("e - mails",),
        "ecommerce": ("e - commerce",),
        "sqm": (
            *("square metre", "square metres", "square meter", "square meters", "sq m"),
            *("sq . m", "sq metres", "sq meters"),
        ),
        "sqft": ("square foot", "square feet", "sq ft", "sq . ft", "sq feet"),
        "sqkm": ("square kilometre", "square kilometres", "square kilometers", "sq km"),
        "account-for": ("account for", "accounts for", "make up", "makes up"),
    }.items()
    for phrase in phrases
}
