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


def with_initials(tokens: list[Token], cast: Cast) -> list[Token]:
    """Put the contact where a note begins with the contact's initials: "MD:", "M. says"."""
    for at, token in enumerate(tokens[:_LONGEST_HEAD]):
        short = token.text.replace(".", "")
        if short.isupper() and short.casefold() in cast.initials and _opens(tokens, at):
            stop = at + 1
            if stop < len(tokens) and tokens[stop].low == "." and len(short) == 1:
                stop += 1
            if stop < len(tokens) and _speaks(tokens[stop]):
                named = token._replace(key=CONTACT, kind=Kind.PERSON, form=Form.OPEN)
                return [*tokens[:at], named, *tokens[stop:]]
    return tokens


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
    return at == 0 or tokens[at - 1].low in _MARKS or is_time(tokens[at - 1])


def _speaks(token: Token) -> bool:
    finite = token.form is Form.PAST or token.low.endswith("s")
    return token.low == ":" or (token.key in _SAYS and finite)
