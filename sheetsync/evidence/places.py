"""Find where a word, number or person of a claim stands in a statement of evidence."""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT, YOU
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.referents import ANOTHER
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.synonyms import DEEDS, DEEDS_AS_VERBS
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import UNCHANGED_PAST, Form, Kind, analyse

_ALL = frozenset({"all", "both", "always"})
_YOURSELF = frozenset({"yourself", "yourselves"})
_SELVES = tuple(
    analyse(word).key for word in ("yourself", "himself", "herself", "themselves", "itself")
)
_OURSELVES = tuple(analyse(word).key for word in ("myself", "ourselves"))
"""Who writes a reply and means themselves."""

_SPEAKERS = ("we", "our", "us")


def positions(token: Token, statement: Statement) -> Sequence[int]:
    """Find where a claim's word, number or person stands in a statement, tense apart."""
    if token.quantity is not None:
        return [
            at
            for at in statement.numbers
            if (known := statement.tokens[at].quantity) is not None
            and bears_out(known, token.quantity)
        ]
    if token.kind is Kind.PERSON:
        return _persons(token, statement)
    if statement.voice is Voice.THEIRS and token.low in lexicon.OUR_PRONOUNS:
        return statement.index.get("we", ())
    if token.low in _YOURSELF and statement.voice is Voice.THEIRS:
        return sorted(at for who in _OURSELVES for at in statement.index.get(who, ()))
    if token.low in _YOURSELF:
        return sorted(at for who in _SELVES for at in statement.index.get(who, ()))
    found = statement.index.get(token.key, ())
    if token.low in lexicon.TRADERS or (not found and token.form is Form.BASE):
        found = sorted([*found, *_trade_names(token, statement)])
    if token.low.endswith(("ing", "ings")):
        return _gerunds(token, statement, found)
    if token.key in lexicon.COMPANY_PRONOUNS:
        others = statement.index.get(ANOTHER, ())
        return sorted([*found, *statement.index.get(COMPANY, ()), *others])
    return found


def _trade_names(token: Token, statement: Statement) -> Sequence[int]:
    """Find "The bank", which is the lead where it begins a statement, for "the bank" of a claim."""
    text = statement.passage.text
    return [
        at
        for at in statement.index.get(COMPANY, ())
        if text[statement.tokens[at].start : statement.tokens[at].end].casefold()
        == f"the {token.low}"
    ]


def _gerunds(token: Token, statement: Statement, found: Sequence[int]) -> Sequence[int]:
    """Find "booking" for "bookings" too, where a plural has a key of its own."""
    other = token.low[:-1] if token.low.endswith("s") else token.low + "s"
    more = statement.index.get(analyse(other).key, ())
    return sorted({*found, *(at for at in more if statement.tokens[at].low == other)})


def _persons(token: Token, statement: Statement) -> list[int]:
    if token.key == CONTACT:
        names: tuple[str, ...] = (CONTACT, YOU)
    elif token.key == COMPANY:
        names = (COMPANY, YOU, *lexicon.COMPANY_PRONOUNS)
    else:
        names = (COMPANY, CONTACT, YOU, *lexicon.YOUR_PRONOUNS, *lexicon.COMPANY_PRONOUNS)
    # In a reply the lead is "we", and "they" is somebody else.
    theirs = statement.voice is Voice.THEIRS
    barred = lexicon.COMPANY_PRONOUNS if theirs else frozenset({YOU})
    names = tuple(name for name in names if name not in barred)
    return sorted(at for name in names for at in statement.index.get(name, ()))


def places(claim: Sequence[Token], place: int, statement: Statement) -> Sequence[int]:
    """Find where a word of a claim stands in a statement in a form that says the same."""
    token = claim[place]
    found = positions(token, statement)
    if token.kind is Kind.PERSON and any(t.key in REPORTING_KEYS for t in claim[:place]):
        return sorted([*found, *(at for who in _SPEAKERS for at in statement.index.get(who, ()))])
    if token.quantity is not None or token.kind is Kind.PERSON:
        return found
    return [at for at in found if _same_form(claim, place, statement.tokens[at], at)]


def _same_form(claim: Sequence[Token], place: int, quote: Token, at: int) -> bool:
    """Let inflections pass that leave the fact alone: number, agreement, gerund."""
    token = claim[place]
    if token.low == quote.low:
        return True
    if token.capital and quote.capital and place and at and not _plural(token.low, quote.low):
        return False
    deed = _deed(claim, place, quote)
    if deed is not None:
        return deed
    said, known = token.form, quote.form
    before = claim[place - 1] if place else None
    if token.low in UNCHANGED_PAST and known is Form.PAST:
        return _is_participle(claim, place)
    if said is known or Form.OPEN in {said, known}:
        return True
    if said is Form.PAST and place > 1 and before is not None and before.low in _ALL:
        before = claim[place - 2]
    if said is Form.PAST and before is not None and before.kind is Kind.HAVE:
        return any(t.low == "since" for t in claim)
    if Form.PAST not in {said, known}:
        return True
    if said is Form.ING:
        return _is_gerund(claim, before)
    return said is Form.BASE and before is not None and before.low == "did"


def _is_gerund(claim: Sequence[Token], before: Token | None) -> bool:
    """Tell "congrats on opening" and "have been running since" from "you are opening"."""
    if before is not None and before.low == "been":
        return any(t.low == "since" for t in claim)
    return before is None or before.kind is not Kind.BE


def _is_participle(claim: Sequence[Token], place: int) -> bool:
    """Tell "has run" and "did run", which may have been "ran", from "you run"."""
    helped = claim[max(place - 2, 0) : place]
    return any(t.kind in {Kind.BE, Kind.HAVE} or t.low == "did" for t in helped)


def _deed(claim: Sequence[Token], place: int, quote: Token) -> bool | None:
    """Say whether a noun names the deed that the quote tells: "the merger" of those who merged.

    Returns:
        ``None`` when neither word is such a noun.
    """
    token, before = claim[place], claim[place - 1] if place else None
    if token.low in DEEDS_AS_VERBS and before is not None and before.kind is Kind.ARTICLE:
        return quote.form is Form.PAST
    if (token.low in DEEDS) is (quote.low in DEEDS):
        return None
    if quote.low in DEEDS:
        return False
    return before is None or before.kind in {Kind.ARTICLE, Kind.PERSON, Kind.PREPOSITION}


def _plural(one: str, other: str) -> bool:
    return (
        one + "s" == other or other + "s" == one or one.replace(".", "") == other.replace(".", "")
    )
