"""Say whom "she" and "it" mean in a sentence of evidence, from the words before it.

"She" in our notes is the contact, unless somebody else was named since; "it" is
the lead, unless the sentence before speaks of another firm.
"""

from collections.abc import Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT
from sheetsync.evidence.counting import LEVELS
from sheetsync.evidence.dealings import between_firms, tells_size
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

SHE = frozenset("he she him her his hers".split())
_SAYS = frozenset(analyse(word).key for word in lexicon.REPORTING)
_JUDGES = frozenset(analyse(word).key for word in "rate rank praise inspect certify".split())
ANOTHER = "<another>"
"""Key of a pronoun that does not mean the lead."""

REACH = 300
"""Characters before a sentence that are read for whom its pronouns mean."""

_PLACED = frozenset("at in into from on via uses use using outside near across".split())
"""What a name stands behind when it is hardly a person's: "at Kolb", "uses Kolb"."""

_THING_ENDINGS = ("ing", "tion", "ment", "ance", "ence", "ity", "ness", "age", "s")
"""Endings of words that are things rather than firms, and of plurals."""

_IT = lexicon.COMPANY_PRONOUNS | SHE | {"we", "i", "this", "these", "those"}
MARKUP = frozenset("#*_=-•>")
_TITLE_BEFORE = frozenset({"as", ",", "(", "is", "was", "became", "named", "appointed", "new"})
_MEASURES = frozenset(
    "revenue turnover profit headcount staff occupancy vacancy margin demand output energy "
    "traffic membership growth backlog capacity income ebitda pipeline inventory stock volume "
    "price rent funding construction production downtime attendance enrolment enrollment churn "
    "retention adoption spend overtime delinquency work planning permission payroll staff "
    "dispatch management finance logistics support maintenance budget data interest trade "
    "freight software hardware paperwork stocktake quality everything everyone nobody nothing "
    "this that there here".split()
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
    "about overview history summary background profile size scale today contact culture home "
    "fleet team hiring logistics finance support context status update insight trigger timing "
    "budget angle pain need fit product market growth people tech technology stack software "
    "equipment capacity location territory region address web press general intro structure "
    "strategy service training safety research source fact detail evidence finding note "
    "description industry sector segment organisation organization leadership quality quote "
    "ownership network expansion recruitment warehouse transport plant".split()
)
"""Words that stand alone over a text and name nobody."""


def speaks_of_somebody(tokens: Sequence[Token]) -> bool:
    """Say whether there is a "she" or "him" in a sentence."""
    return not SHE.isdisjoint(token.low for token in tokens)


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
    before, found = other, list[Token]()
    for at, token in enumerate(tokens):
        theirs = token.low in {"his", "her"} and tokens[at - 1].kind is Kind.BE
        if token.low in SHE and not (before if theirs else other):
            found.append(token._replace(key=CONTACT, kind=Kind.PERSON, form=Form.OPEN))
            continue
        other = token.key != CONTACT and (other or _maybe_person(tokens, at))
        found.append(token)
    return found


def with_another(tokens: list[Token], last: Sequence[Token]) -> list[Token]:
    """Put nobody where "it" means the other firm that the sentence before was about."""
    if not (_of_another(last) or (between_firms(last) and tells_size(tokens))):
        return tokens
    return [nobody(t) for t in tokens]


def nobody(token: Token) -> Token:
    """Put nobody for "it" and "the company"; the lead's own name stays the lead's."""
    pronoun = token.low in lexicon.COMPANY_PRONOUNS
    the = token.key == COMPANY and token.low == "the"
    return token._replace(key=ANOTHER) if pronoun or the else token


def names_somebody(tokens: Sequence[Token]) -> bool:
    """Say whether anybody but the lead may be named in these words."""
    return any(_maybe_person(tokens, at) for at in range(len(tokens)))


def _maybe_person(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a capital word may be the name of somebody."""
    token = tokens[at]
    if not token.capital or token.kind is not Kind.WORD or token.quantity is not None:
        return False
    if token.low in SHE or token.low in lexicon.COMPANY_PRONOUNS:
        return False
    start = at
    while start and tokens[start - 1].capital and tokens[start - 1].kind is Kind.WORD:
        start -= 1
    led = [t.low for t in tokens[max(start - 2, 0) : start]]
    if led and (led[-1] in _PLACED or led in (["run", "through"], ["runs", "through"])):
        return False
    before = tokens[at - 1] if at else None
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


def _plural_thing(sentence: Sequence[Token]) -> bool:
    """Find "Heat losses in the network were": the second word is no verb, another one is."""
    second = sentence[1]
    if second.capital or not second.low.endswith("s") or second.kind is not Kind.WORD:
        return False
    for token in sentence[2:]:
        if token.kind in {Kind.BE, Kind.HAVE}:
            return True
        if token.kind in {Kind.LINK, Kind.POINT, Kind.PERSON, Kind.MARKED} or token.low in _IT:
            return False
    return False


def _of_another(sentence: Sequence[Token]) -> bool:
    """Say whether a sentence is about somebody else's firm, and does not name the lead."""
    if any(t.kind is Kind.PERSON for t in sentence) or _does_it(sentence):
        return False
    return begins_with_name(sentence)


def _does_it(sentence: Sequence[Token]) -> bool:
    """Find "Trustpilot gives it 4.1", done to the lead, of whom the cell told already.

    So does "Ofsted rated its school": nobody inspects and rates a school of their own.
    """
    judged = any(
        one.key in _JUDGES and one.form is Form.PAST and other.low == "its"
        for one, other in pairwise(sentence)
    )
    return judged or any(
        token.low == "it"
        and at < len(sentence) - 1
        and sentence[at - 1].kind is Kind.WORD
        and sentence[at - 1].key not in _SAYS
        and sentence[at + 1].kind in {Kind.NUMBER, Kind.ARTICLE, Kind.PREPOSITION}
        for at, token in enumerate(sentence)
    )


def _is_person(sentence: Sequence[Token]) -> bool:
    """Find "Jo Lind, CFO" and "Jo Lind joined as CFO": an officer, who is no "it"."""
    named = all(t.capital and t.kind is Kind.WORD for t in sentence[:2])
    return named and any(
        one.low in _TITLE_BEFORE and other.key in lexicon.ROLE_KEYS
        for one, other in pairwise(t for t in sentence if t.kind is not Kind.ARTICLE)
    )


def is_heading(token: Token) -> bool:
    """Say whether the one word of a line names a firm: "Kolb", not "Overview" of a page."""
    known = lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS | lexicon.ORGANISATIONS | _HEADINGS
    return token.kind is Kind.WORD and token.low not in known and may_be_name(token.text)


def begins_with_name(sentence: Sequence[Token]) -> bool:
    """Say whether somebody else than the lead is the subject of a sentence."""
    at = next((n for n, t in enumerate(sentence) if t.low not in MARKUP), 0)
    sentence = sentence[at:]
    first, rest = sentence[0], sentence[1:]
    ended = sentence[-1].low in {".", "!", "?"}
    if all(t.kind is Kind.POINT for t in rest) or (
        not ended and rest[0].kind in {Kind.POINT, Kind.LINK} and rest[0].low != ":"
    ):
        return is_heading(first)
    if _is_person(sentence):
        return False
    measure = sum(letter.isupper() for letter in first.text) > 1 and sentence[1].key in LEVELS
    if measure:
        return False
    named = first.kind is Kind.WORD and first.quantity is None and may_be_name(first.text)
    if _plural_thing(sentence):
        return False
    return named and first.key not in lexicon.ROLE_KEYS and _finite(sentence[1])
