"""Say whom "she" and "it" mean in a sentence of evidence, from the words before it.

"She" in our notes is the contact, unless somebody else was named since; "it" is
the lead, unless the sentence before speaks of another firm.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import CONTACT
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

SHE = frozenset("he she him her his hers".split())
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
    "traffic membership growth".split()
)


_NO_NAMES = (
    _MEASURES
    | lexicon.COMPANY_PRONOUNS
    | lexicon.FREE_ADJECTIVES
    | lexicon.ARTICLES
    | lexicon.SOFT_PREPOSITIONS
    | SHE
)


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
    return following is not None and (following.low in {"(", "'s", ","} or _finite(following))


def _finite(token: Token) -> bool:
    if token.kind in {Kind.BE, Kind.HAVE, Kind.MARKED}:
        return True
    verb = token.form is Form.PAST or token.low.endswith("s")
    return token.capital or (token.kind is Kind.WORD and verb)


def _of_another(sentence: Sequence[Token]) -> bool:
    """Say whether a sentence is about somebody else's firm: it begins with another name."""
    if len(sentence) < 2 or any(t.kind is Kind.PERSON for t in sentence):
        return False
    first = sentence[0]
    named = first.kind is Kind.WORD and first.quantity is None and may_be_name(first.text)
    return named and first.key not in lexicon.ROLE_KEYS and _finite(sentence[1])
