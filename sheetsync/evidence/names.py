"""Read names: by what else a company and a person may be called, and what a name says of it."""

from sheetsync.evidence import lexicon

# First words that many companies share: alone they name nobody.
_SHARED_FIRST = frozenset(
    "the first national american united general new great north south east west central global "
    "international royal city state best top pacific atlantic european british".split()
)
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame sister father rev captain chief".split()
)
_FOREIGN_ARTICLES = frozenset("la le les los las el il lo gli der die das den".split())
"""In front of the last word of a name they make a name of their own: "La Ribera"."""
_OF = frozenset("of des de du del della der von van".split())
"""Behind the first word of a name, which then says what it is: "Chambers of Kolb"."""
_PLACES = frozenset(
    "academy airport church club council federation festival garage gym hospice hospital institute "
    "library museum nursery orchestra parish port school society surgery theatre union vineyard "
    "zoo".split()
)
"""Words of a name that say what goes by it, beside those of firms."""
LEGAL_FORMS = frozenset("inc ltd llc gmbh ag plc corp co bv sa sas oy ab as kg limited".split())


def company_aliases(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what a company may be called, each as lower-case words."""
    full = words
    while len(words) > 1 and words[-1] in LEGAL_FORMS | {"."}:
        words = words[:-1]
    if not words:
        return []
    aliases = [full, words, ("the", "company"), ("your", "company")]
    aliases += [words[:size] for size in range(1, len(words)) if words[size - 1].isalnum()]
    aliases += [("the", noun) for noun in sorted(lexicon.ORGANISATIONS)]
    if not _FOREIGN_ARTICLES.isdisjoint(words[-2:-1]):
        aliases.append(words[-2:])
    if len(words) > 2 and words[1] in _OF:
        aliases += [("the", words[0]), ("your", words[0])]
    if "cooperative" in words or words[-3:] == ("co", "-", "op"):
        aliases.append(("the", "co", "-", "op"))
    aliases += [("the", word[:-1]) for word in words if word.endswith(("ers", "ors"))]
    aliases += [("the", "family", noun) for noun in ("firm", "business", "company")]
    aliases += [("the", *words[-size:]) for size in (1, 2) if size < len(words)]
    return [alias for alias in aliases if len(alias) > 1 or _names_one(alias[0])]


def trades(words: tuple[str, ...]) -> frozenset[str]:
    """Return what the name says that the company is, as in "Quill Studios" and "Salt Museum"."""
    singular = frozenset(word.removesuffix("s") for word in words)
    return (singular | set(words)) & (lexicon.ORGANISATIONS | _PLACES)


def person_aliases(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what a person may be called, each as lower-case words."""
    while len(words) > 1 and words[0] in _TITLES | {"."}:
        words = words[1:]
    if not words:
        return []
    titled = [(title, words[-1]) for title in ("mr", "mrs", "ms", "dr")] if len(words) > 1 else []
    first = words[:3] if words[1:2] == ("-",) else words[:1]
    given = [words[1:]] if len(words) == _FAMILY_FIRST else []
    short = [(words[0][0], words[-1])] if len(words) > 1 and words[0].isalpha() else []
    return [words, first, *given, *titled, *short]


_FAMILY_FIRST = 3
"""Words of a name whose first may be the family's: "Tan Wei Ling" is "Wei Ling"."""


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Return the first letter of a person's first name, and those of first and last."""
    names = [word for word in words if word.isalpha() and word not in _TITLES]
    return frozenset({names[0][0], names[0][0] + names[-1][0]}) if names else frozenset()


def _names_one(word: str) -> bool:
    return len(word) > 2 and word not in _SHARED_FIRST
