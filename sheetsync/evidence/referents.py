"""Say whom "she" and "it" mean in a sentence of evidence, from the words before it.

"She" in our notes is the contact, unless somebody else was named since; "it" is
the lead, unless the sentence before speaks of another firm.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.counting import LEVELS
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

SHE = frozenset("he she him her his hers".split())
_SAYS = frozenset(analyse(word).key for word in lexicon.REPORTING)
_WE = frozenset({"we", "our", "us"})
ANOTHER = "<another>"
"""Key of a pronoun that does not mean the lead."""

REACH = 300
"""Characters before a sentence that are read for whom its pronouns mean."""

_PLACED = frozenset("at in from on via uses use using outside near across".split())
"""What a name stands behind when it is hardly a person's: "at Kolb", "uses Kolb"."""

_THING_ENDINGS = ("ing", "tion", "ment", "ance", "ence", "ity", "ness", "age", "s")
"""Endings of words that are things rather than firms, and of plurals."""

_MEASURES = frozenset(
    "revenue turnover profit headcount staff occupancy vacancy margin demand output energy "
    "traffic membership growth backlog capacity income ebitda pipeline inventory stock traffic volume "
    "price rent funding construction production downtime attendance enrolment enrollment churn "
    "retention adoption spend overtime delinquency turnover work planning permission".split()
)


_NO_NAMES = (
    _MEASURES
    | lexicon.COMPANY_PRONOUNS
    | lexicon.FREE_ADJECTIVES
    | lexicon.ARTICLES
    | lexicon.SOFT_PREPOSITIONS
    | SHE
)


_HEADINGS = frozenset(
    "about overview history summary background profile size scale today contact culture "
    "home".split()
)
"""Words that stand alone over a text and name nobody."""


def speaks_of_somebody(tokens: Sequence[Token]) -> bool:
    """Say whether there is a "she" or "him" in a sentence."""
    return any(token.low in SHE for token in tokens)


def begins_with_it(tokens: Sequence[Token]) -> bool:
    """Say whether a sentence begins with "it" or "their"."""
    first = next((t for t in tokens if t.kind is not Kind.POINT), None)
    return first is not None and first.low in lexicon.COMPANY_PRONOUNS


def may_be_name(word: str) -> bool:
    """Say whether the first word of a sentence may name a firm, by its looks."""
    low = word.casefold()
    return word[:1].isupper() and not low.endswith(_THING_ENDINGS) and low not in _NO_NAMES


def with_contact(tokens: list[Token], known: Sequence[Token], *, whole: bool) -> list[Token]:
    """Put the contact where "she" means the contact.

    Args:
        tokens: One sentence of our notes.
        known: What stands before it, as far as :data:`REACH`.
        whole: That is all that stands before it.
    """
    if not whole and all(token.key != CONTACT for token in known):
        return tokens
    other = False
    for at, token in enumerate(known):
        other = token.key != CONTACT and (other or _maybe_person(known, at))
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if token.low in SHE and not other:
            found.append(token._replace(key=CONTACT, kind=Kind.PERSON, form=Form.OPEN))
            continue
        other = token.key != CONTACT and (other or _maybe_person(tokens, at))
        found.append(token)
    return found


def with_another(tokens: list[Token], last: Sequence[Token]) -> list[Token]:
    """Put nobody where "it" means the other firm that the sentence before was about."""
    if not _of_another(last):
        return tokens
    return [t._replace(key=ANOTHER) if t.low in lexicon.COMPANY_PRONOUNS else t for t in tokens]


def with_speaker(tokens: list[Token]) -> list[Token]:
    """Put the company where its own page or press release says "we"."""
    if not any(t.low in lexicon.OUR_PRONOUNS for t in tokens):
        return tokens
    if _contact_speaks(tokens):
        return [_spoken(t) for t in tokens]
    at = next((n for n, t in enumerate(tokens) if t.low in {":", '"'}), 0)
    source = [t for t in tokens[:at] if not (is_soft(t) or is_time(t) or t.kind is Kind.PERSON)]
    known = lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS | {"dated"}
    own = any(t.low in lexicon.OWN_SOURCES for t in source)
    if not own or any(t.low not in known for t in source):
        return tokens
    return [
        t._replace(key=COMPANY, kind=Kind.PERSON, form=Form.OPEN) if t.low in _WE else t
        for t in tokens
    ]


def _contact_speaks(tokens: Sequence[Token]) -> bool:
    """Find 'Mira: "…"' and 'Mira wrote: "…"', words of the contact and nobody else."""
    if tokens[0].key != CONTACT or tokens[0].low == "your":
        return False
    at = 1 + (tokens[1].key in _SAYS) if len(tokens) > 1 else 0
    marks = [t.low for t in tokens[at : at + 2]]
    return marks == [":", '"'] and not any(t.low == '"' for t in tokens[at + 2 : -2])


def _spoken(token: Token) -> Token:
    if token.low in _WE | {"i", "my", "me"}:
        who = COMPANY if token.low in _WE else CONTACT
        return token._replace(key=who, kind=Kind.PERSON, form=Form.OPEN)
    return token


def is_thing_called(token: Token, text: str) -> bool:
    """Say whether a sentence begins with "The roaster", a trade that more than one may have."""
    if token.key != COMPANY or token.low != "the":
        return False
    nouns = text[: token.end].casefold().split()[1:]
    return lexicon.ANY_COMPANY.isdisjoint(nouns)


def may_be_trader(token: Token, text: str, cell: str, *, public: bool) -> bool:
    """Say whether "The supplier" at the start of a sentence may be somebody else's trade.

    So it may in our own notes, and where the cell has the word of anybody else.
    """
    if token.key != COMPANY or token.low != "the":
        return False
    noun = text[: token.end].casefold().split()[-1]
    if noun not in lexicon.TRADERS:
        return False
    return not public or cell.casefold().count(noun) > cell.count(f"The {noun}")


def by_another_name(tokens: list[Token], last: Sequence[Token]) -> list[Token]:
    """Put nobody where "the roaster" may be somebody whom the sentence before names."""
    another = _begins_with_name(last)
    return [tokens[0]._replace(key=ANOTHER), *tokens[1:]] if another else tokens


def _maybe_person(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a capital word may be the name of somebody."""
    token = tokens[at]
    if not token.capital or token.kind is not Kind.WORD or token.quantity is not None:
        return False
    if token.low in SHE or token.low in lexicon.COMPANY_PRONOUNS:
        return False
    before = tokens[at - 1] if at else None
    if before is not None and before.low in _PLACED:
        return False
    if before is not None and before.low not in {".", "!", "?", "\n", ";"}:
        return not token.text.isupper()
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.low in {"are", "were", "have"}:
        return False
    return following is not None and (following.low in {"(", "'s", ","} or _finite(following))


def _finite(token: Token) -> bool:
    if token.kind in {Kind.BE, Kind.HAVE, Kind.MARKED}:
        return True
    verb = token.form is Form.PAST or token.low.endswith("s")
    return token.capital or (token.kind is Kind.WORD and verb)


def _of_another(sentence: Sequence[Token]) -> bool:
    """Say whether a sentence is about somebody else's firm, and does not name the lead."""
    if any(t.kind is Kind.PERSON for t in sentence) or _does_it(sentence):
        return False
    return _begins_with_name(sentence)


def _does_it(sentence: Sequence[Token]) -> bool:
    """Find "Trustpilot gives it 4.1": what somebody does to it was of the lead already."""
    return any(
        token.low == "it"
        and 0 < at < len(sentence) - 1
        and sentence[at - 1].kind is Kind.WORD
        and sentence[at - 1].key not in _SAYS
        and sentence[at + 1].kind in {Kind.NUMBER, Kind.ARTICLE, Kind.PREPOSITION}
        for at, token in enumerate(sentence)
    )


def _is_heading(token: Token) -> bool:
    """Say whether the one word of a line names a firm: "Kolb", not "Overview" of a page."""
    known = lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS | lexicon.ORGANISATIONS | _HEADINGS
    return token.kind is Kind.WORD and token.low not in known and may_be_name(token.text)


def _begins_with_name(sentence: Sequence[Token]) -> bool:
    """Say whether somebody else than the lead is the subject of a sentence."""
    at = next((n for n, t in enumerate(sentence) if t.kind is not Kind.POINT), 0)
    first, rest = sentence[at], sentence[at + 1 :]
    ended = sentence[-1].low in {".", "!", "?"}
    if all(t.kind is Kind.POINT for t in rest) or (
        not ended and rest[0].kind in {Kind.POINT, Kind.LINK} and rest[0].low != ":"
    ):
        return _is_heading(first)
    if at:
        return False
    measure = sum(letter.isupper() for letter in first.text) > 1 and sentence[1].key in LEVELS
    if measure:
        return False
    named = first.kind is Kind.WORD and first.quantity is None and may_be_name(first.text)
    return named and first.key not in lexicon.ROLE_KEYS and _finite(sentence[1])
