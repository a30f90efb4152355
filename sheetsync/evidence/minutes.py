"""Read who speaks in the minutes of a talk: "Call 4 May -- M.D. says: …", "Coffee at Expo. Mira: …".

Initials are the contact's only where they say something, and only in our own notes.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import CONTACT, Cast
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_SAYS = frozenset(analyse(word).key for word in lexicon.REPORTING)
_MARKS = frozenset({"-", ".", ",", ";", "*", "•"})
_LONGEST_HEAD = 14
_TALKS = frozenset(
    "call phone tel telephone met meeting coffee lunch visit zoom teams demo".split()
)

_SHORTEST_LABEL = 2
_EVENTS = frozenset("expo fair show stand booth conference congress summit trade".split())
_ACTS = frozenset(
    "is was has had will would can does wants needs likes prefers decides uses handles owns signs "
    "approves runs manages leads hopes plans expects thinks buys pays knows works keeps takes gets "
    "gives makes sees hates fears loves trusts plans looks sends writes calls reads tracks checks "
    "does speaks lives travels retires joins left chose met took got saw went came felt".split()
)
"""What somebody does or wants, after whose initials no noun is meant."""


def with_initials(tokens: list[Token], cast: Cast) -> list[Token]:
    """Put the contact where a note begins with the contact's initials: "MD:", "M. wants"."""
    for at, token in enumerate(tokens[:_LONGEST_HEAD]):
        short = token.text.replace(".", "")
        if short.isupper() and short.casefold() in cast.initials and _opens(tokens, at):
            stop = at + 1
            if stop < len(tokens) and tokens[stop].low == "." and len(short) == 1:
                stop += 1
            title = short.casefold() in lexicon.ROLE_KEYS
            acts = stop < len(tokens) and not title and _acts(tokens, stop)
            if stop < len(tokens) and (acts or _speaks(tokens[stop])):
                named = token._replace(key=CONTACT, kind=Kind.PERSON, form=Form.OPEN)
                return [*tokens[:at], named, *tokens[stop:]]
    return tokens


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Find "wants" and "replaced" behind initials; not "moved by Kolb" and no noun."""
    verb = tokens[at]
    if verb.form is Form.PAST and verb.kind in {Kind.WORD, Kind.MARKED}:
        return at + 1 < len(tokens) and tokens[at + 1].low != "by"
    return verb.low in _ACTS


def labelled_by(label: list[Token], cast: Cast) -> list[Token]:
    """Put the contact where the label of a quotation begins with initials: "MD 7 Aug, on site:"."""
    if [t.low for t in label[1:2]] == ["."] and len(label[0].text) == 1:
        label = [label[0], *label[2:]]
    if len(label) < _SHORTEST_LABEL or not (is_time(label[1]) or label[1].low in {"(", ",", ":"}):
        return label
    first, *rest = label
    short = first.text.replace(".", "")
    low = short.casefold()
    if not short.isupper() or low not in cast.initials or low in lexicon.ROLE_KEYS:
        return label
    return [first._replace(key=CONTACT, kind=Kind.PERSON, form=Form.OPEN), *rest]


def minuted(tokens: Sequence[Token]) -> list[Token]:
    """Read "Coffee at Expo 4 May. Mira: planning is slow" from "Mira" on; nothing without such a head."""
    for at in range(1, min(len(tokens) - 1, _LONGEST_HEAD)):
        speaks = tokens[at].key == CONTACT and tokens[at].low not in lexicon.YOUR_PRONOUNS
        if speaks and _opens(tokens, at) and _speaks(tokens[at + 1]):
            head = tokens[:at]
            plain = all(t.kind is not Kind.MARKED and t.key not in _SAYS for t in head)
            talk = any(t.low in _TALKS or is_time(t) for t in head)
            bare = all(is_soft(t) for t in head)
            return list(tokens[at:]) if plain and (talk or bare) else []
    return []


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a note begins here, or what was said behind the label of a talk."""
    if at == 0 or tokens[at - 1].low in _MARKS or is_time(tokens[at - 1]):
        return True
    talk = any(t.low in _TALKS | _EVENTS or is_time(t) for t in tokens[: at - 1])
    return tokens[at - 1].low == ":" and talk


def _speaks(token: Token) -> bool:
    finite = token.form is Form.PAST or token.low.endswith("s")
    return token.low == ":" or (token.key in _SAYS and finite)
