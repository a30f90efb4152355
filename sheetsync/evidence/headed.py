"""Say when another firm heads a passage, so that "it" and "the company" there are not the lead.

So does a line of its own ("# Kolb"), a label ("Kolb: it runs 40 vans") and the subject
of the sentence before. A heading that names no firm ("Overview") heads nothing.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.names import LEGAL_FORMS
from sheetsync.evidence.press import PRESS
from sheetsync.evidence.referents import MARKUP, is_heading, nobody
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_MARKUP = " \t#*_=-•>"
_LONGEST_LABEL = 6
_TRADES = frozenset(
    "freight logistics transport haulage shipping foods brewing motors energy systems software "
    "solutions services partners industries engineering construction homes hotels stores "
    "holdings ventures labs media capital brothers sons".split()
)
_LONGEST_HEADING = 60


def heads(sentence: str) -> bool:
    """Say whether a line stands over others: a few words with no mark at their end."""
    if len(sentence) > _LONGEST_HEADING or sentence[-1] in ".!?;,":
        return False
    words = sentence.strip(_MARKUP).rstrip(":").split()
    plain = all(word[:1].isupper() or word.casefold() in lexicon.ARTICLES for word in words)
    return 0 < len(words) <= 3 and plain


def under(tokens: Sequence[Token], heading: Sequence[Token], *, next_line: bool) -> list[Token]:
    """Read a passage below the name of another firm as being about that firm.

    Args:
        tokens: A passage.
        heading: The line over it.
        next_line: Nothing stands between the two.
    """
    name = [t for t in heading if t.low not in MARKUP and t.low != ":"]
    called = name and name[0].kind is Kind.WORD and is_heading(name[0])
    if not (called and (len(name) == 1 or name[-1].low in LEGAL_FORMS or _trades(name))):
        return list(tokens)
    first = tokens[0]
    acts = first.kind is Kind.WORD and (first.form is Form.PAST or first.low.endswith("s"))
    if acts and len(tokens) > 1 and tokens[1].kind is not Kind.POINT:
        return [name[0]._replace(start=first.start, end=first.start), *tokens]
    return [nobody(t) for t in tokens] if next_line else list(tokens)


def _trades(name: Sequence[Token]) -> bool:
    """Find "Kolb Freight", a name that ends with its trade; "Call Notes" does not."""
    trade = name[-1].low in _TRADES or name[-1].low in lexicon.ORGANISATIONS
    return trade and all(t.capital and t.kind is Kind.WORD for t in name)


def reported(tokens: Sequence[Token], start: int, text: str) -> list[Token]:
    """Put nobody where "it" and "the company" in a piece of news come before any name.

    "The bakery" of a bakery is the lead there.

    Args:
        tokens: A passage.
        start: Where the news begins in it, behind its label.
        text: The passage as written.
    """
    found = list(tokens)
    for at in range(start, len(found)):
        token = found[at]
        called = token.low == "the" and token.key == COMPANY
        noun = text[token.start : token.end].casefold().split()[-1] if called else ""
        if token.key == COMPANY and noun not in lexicon.ANY_COMPANY | lexicon.TRADERS:
            break
        found[at] = nobody(token)
    return found


def not_us(tokens: Sequence[Token]) -> list[Token]:
    """Put nobody where a reply begins with "It" or "The company": who writes says "we"."""
    return [nobody(tokens[0]), *tokens[1:]]


def labelled(tokens: Sequence[Token]) -> list[Token]:
    """Put nobody where "it" and "the company" behind "Kolb:" are Kolb."""
    colon = _label_end(tokens)
    if not _names_another(tokens[:colon]):
        return list(tokens)
    return [*tokens[: colon + 1], *(nobody(t) for t in tokens[colon + 1 :])]


def told_by_another(tokens: Sequence[Token], at: int) -> bool:
    """Find "Kolb: Ostwind is failing", where Kolb is no paper and it is no news.

    Args:
        tokens: A statement.
        at: Position of the first word of a claim.
    """
    colon = _label_end(tokens)
    if colon >= at or tokens[colon + 1].key != COMPANY or not _names_another(tokens[:colon]):
        return False
    verb = next((t for t in tokens[colon + 2 :] if t.kind is not Kind.CLITIC), None)
    news = verb is not None and verb.form is Form.PAST
    known = any(is_time(t) or t.low in PRESS for t in tokens[:colon])
    return not (news or known)


def of_another(before: Sequence[Token]) -> bool:
    """Say whether items of a list stand under the label of somebody else: "Rival Kolb: 40 vans;"."""
    colon = next((n for n, t in enumerate(before) if t.low == ":"), 0)
    label = before[:colon]
    return any(t.low in lexicon.APPOSED for t in label) or _names_another(label)


def _label_end(tokens: Sequence[Token]) -> int:
    """Return the place of the colon behind a label; 0 when there is none."""
    return next((n for n, t in enumerate(tokens[: _LONGEST_LABEL + 1]) if t.low == ":"), 0)


def _names_things_of_another(words: Sequence[Token]) -> bool:
    """Find "Kolb fleet" and "Kolb vans"; a "Jobs page" is the lead's own."""
    if len(words) != 2 or words[0].kind is not Kind.WORD or not words[0].capital:
        return False
    name, thing = words
    plain = thing.kind is Kind.WORD and not thing.capital and thing.low not in lexicon.OWN_SOURCES
    many = thing.low in lexicon.COLLECTIVES or thing.low.endswith("s")
    return plain and many and name.low not in lexicon.OWN_SOURCES and is_heading(name)


def _names_another(label: Sequence[Token]) -> bool:
    """Say whether a label is the name of somebody else: "Kolb", not "Overview" or "G2 rating"."""
    words = [t for t in label if not (is_soft(t) or is_time(t) or t.low in {"(", ")", ","})]
    if not words or any(t.kind is not Kind.WORD or not t.capital for t in words):
        return _names_things_of_another(words)
    known = any(t.key in lexicon.ROLE_KEYS or t.low in lexicon.OWN_SOURCES for t in words)
    return not known and is_heading(words[0])
