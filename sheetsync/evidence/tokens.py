"""Cut folded text into tokens in one pass, and say where sentences end.

The pattern has possessive quantifiers only, so that no text, however hostile,
is read more than once.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from sheetsync.evidence.lexicon import COMPANY_PRONOUNS
from sheetsync.evidence.quantity import Quantity
from sheetsync.evidence.sentences import NEVER_LAST
from sheetsync.evidence.shorthand import STOPPED, spelled_out
from sheetsync.evidence.synonyms import PHRASES
from sheetsync.evidence.words import Form, Kind, Word, analyse


class Token(NamedTuple):
    """One word, number or mark of a folded text.

    A named tuple rather than a dataclass: hundreds are made for every claim.

    Attributes:
        text: As written, after folding.
        low: Lower case, typographic variants gone.
        key: What it matches by; see :mod:`sheetsync.evidence.words`.
        kind: What it does in a sentence.
        form: Its tense or ending.
        start: Offset in the folded text.
        end: Offset just behind it.
        quantity: The number, amount or date, when it is one.
    """

    text: str
    low: str
    key: str
    kind: Kind
    form: Form
    start: int
    end: int
    quantity: Quantity | None = None

    @property
    def capital(self) -> bool:
        """Say whether it is written like a name."""
        return self.text[:1].isupper()


# Groups repeat greedily: before Python 3.11.5 a possessive group loses its place (gh-106052).
LEXEME = re.compile(
    r"""
    (?P<iso>\d{4}-\d{2}-\d{2}(?![\w-])|20(?<![\w/-]20)(?:1[2-9]|[2-9]\d)-(?:0[1-9]|1[0-2])(?![\w-]))
  | (?P<number>(?:\d{1,3}(?:[,']\d{3})+(?!\d|[,']\d{3})(?:\.\d++)?|\d++(?:[.:/]\d++)*|\.\d++)(?:(?:k?m|ft)[2²](?!\w)|[^\W\d_]*+))
  | (?P<sign>(?:US|CA|NZ|HK|A|C|S)\$)
  | (?P<dotted>(?:[^\W\d_]\.){2,})
  | (?P<grade>(?<![\w-])[A-F][a-f]{0,2}[A-F]{0,2}[+-](?=[\s.,;:!?)"']|\Z))
  | (?P<short>[Ww]/(?:o\b)?+|[SsHh]/[Ww]\b)
  | (?P<word>[^\W_]++(?:'[^\W\d_]++)*)
  | (?P<arrow>-{1,2}>|[→⇒➔➜])
  | (?P<gap>\n\s*+)
  | (?P<mark>-{2,}+|/{2,}+|[^\w\s]|_)
    """,
    re.VERBOSE,
)

_TIMES = {"1x": "once", "2x": "twice"}
_OFTEN = re.compile(r"\s?(?:/|a\b|per\b|every\b|each\b|daily|weekly|monthly|yearly)")
"""What stands behind "2x" where it says how often."""
_HALVES = frozenset({"am", "pm"})
_SPANS = {"mo": "month", "d": "day", "h": "hour", "hr": "hour", "min": "minute"}
_READ_BACK = _HALVES | frozenset(_SPANS)
_HOUR = re.compile(r"(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?")
_MONEY = frozenset("$€£¥₹")
_FIRST_WORD = re.compile(r"\s++([^\W\d_a-z][^\W\d_]*+)")
_BEGINNERS = frozenset(
    "this these those he she his her we our i my you when while as so then however here".split()
)
"""Words that begin a sentence behind "World War I." and are nobody's name."""
_CLITICS = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))\Z")
_DOLLARS = {
    "US$": "$",
    "CA$": "cad",
    "C$": "cad",
    "A$": "aud",
    "NZ$": "nzd",
    "S$": "sgd",
    "HK$": "hkd",
}
_NOTE_MARKS = {"=": ":", "//": ";", "--": "-"}
_SPELLED_OUT = {"'d": "would", "'ll": "will"}
_SHORTENED = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can"}


def lex(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut a range of a folded text into single words and marks; numbers are not yet read."""
    tokens: list[Token] = []
    for match in LEXEME.finditer(text, start, len(text) if end is None else end):
        at, stop = match.span()
        surface = match.group()
        group = match.lastgroup
        if group in {"word", "short"}:
            for part, low, word, first, last in _word_parts(surface):
                kind = word.kind
                if part == "A" and tokens and tokens[-1].capital and tokens[-1].kind is Kind.WORD:
                    kind = Kind.WORD
                if low in _MODALS and tokens and _named_so(tokens[-1], part, text, stop):
                    kind = Kind.WORD
                tokens.append(Token(part, low, word.key, kind, word.form, at + first, at + last))
        elif surface in _TIMES and _OFTEN.match(text, stop):
            word = analyse(_TIMES[surface])
            tokens.append(Token(surface, _TIMES[surface], *word, at, stop))
        elif group in {"number", "iso"}:
            low = surface.casefold()
            tokens.append(Token(surface, low, low, Kind.NUMBER, Form.BASE, at, stop))
        elif surface == "." and tokens and _numbers(tokens[-1], text, stop):
            tokens[-1] = tokens[-1]._replace(low="no.", key="no.", kind=Kind.WORD, end=stop)
        elif surface == "." and tokens and _shortens(tokens[-1], at, stop, text):
            tokens[-1] = tokens[-1]._replace(end=stop)
        else:
            adds = surface == "+" and _adds(tokens, text, at, stop)
            tokens.append(_mark(surface, "and" if adds else group, at, stop))
    return _join_phrases(_read_back(tokens))


def _adds(before: list[Token], text: str, at: int, stop: int) -> bool:
    """Find the plus that stands for "and": "wheat + rye", and not "200 + drivers"."""
    if not before or not text[at - 1] == " " == text[stop : stop + 1]:
        return False
    return before[-1].kind is not Kind.NUMBER or text[stop + 1 : stop + 2].isdigit()


def _named_so(before: Token, part: str, text: str, stop: int) -> bool:
    """Find "Can" of "in Can Tho" and "Will" of "by Will Smith", which are names there."""
    inside = before.kind is not Kind.POINT
    return inside and part[0].isupper() and text[stop : stop + 2].strip()[:1].isupper()


_MODALS = frozenset({"can", "will", "may"})


def _mark(surface: str, group: str | None, at: int, stop: int) -> Token:
    """Make the token of an abbreviation, a grade, a currency sign, a line end or a mark.

    In notes "=" stands for a colon, "//" for a semicolon and "--" for a dash.
    """
    if group == "dotted":
        low = surface.casefold().replace(".", "")
        low = "usa" if low == "us" else low
        return Token(surface, low, low, Kind.WORD, Form.BASE, at, stop)
    if group == "grade":
        return Token(surface, surface, surface, Kind.WORD, Form.BASE, at, stop)
    if group == "and":
        return Token(surface, "and", *analyse("and"), at, stop)
    if group == "arrow":
        return Token(surface, "→", "→", Kind.MARKED, Form.OPEN, at, stop)
    if group == "gap":
        return Token("\n", "\n", "\n", Kind.POINT, Form.BASE, at, stop)
    low = _DOLLARS[surface] if group == "sign" else _NOTE_MARKS.get(surface[:2], surface)
    return Token(surface, low, low, Kind.POINT, Form.BASE, at, stop)


def _read_back(tokens: list[Token]) -> list[Token]:
    """Read words by what stands in front of them: "/mo" is a month, "4 pm" a time of day."""
    if _READ_BACK.isdisjoint(token.low for token in tokens):
        return tokens
    read: list[Token] = []
    for token in tokens:
        before = read[-1].low if read else ""
        paid = len(read) > 1 and read[-2].low in _MONEY
        if token.low in _SPANS and before == "/":
            span = _SPANS[token.low]
            read.append(token._replace(low=span, key=analyse(span).key))
        elif token.low in _HALVES and _HOUR.fullmatch(before) and not paid:
            hour = before.removesuffix(":00") + token.low
            read[-1] = read[-1]._replace(text=hour, low=hour, key=hour, end=token.end)
        else:
            read.append(token)
    return read


def _numbers(token: Token, text: str, at: int) -> bool:
    """Say whether "No." is short for number, not a refusal."""
    if token.low not in {"no", "nos"}:
        return False
    follows = text[at : at + 2].strip()[:1]
    return follows.isdigit() or (
        not follows and token.capital and text[: token.start].rstrip()[-1:].islower()
    )


def _shortens(token: Token, at: int, stop: int, text: str) -> bool:
    """Say whether the full stop of "Prof. Kolb" or "J. Kolb" belongs to the word before it."""
    if token.end != at or stop >= len(text) or not text[stop].isspace():
        return False
    if token.low in NEVER_LAST or token.text.casefold() in STOPPED:
        return True
    if len(token.text) > 1 or not token.text.isupper():
        return False
    name = _FIRST_WORD.match(text, stop)
    low = "" if name is None else name[1].casefold()
    named = low and low not in _BEGINNERS and low not in COMPANY_PRONOUNS
    return bool(named) and analyse(low).kind in {Kind.WORD, Kind.MARKED}


@lru_cache(maxsize=1 << 16)
def _word_parts(surface: str) -> tuple[tuple[str, str, Word, int, int], ...]:
    """Split a word from its clitics and analyse both: "don't" is "do" and "not"."""
    low = "usa" if surface == "US" else spelled_out(surface.casefold())
    size = len(surface)
    negated = low == "cannot" or low.endswith("n't")
    clitic = _CLITICS.search(low) if "'" in low else None
    if not negated and clitic is None:
        return ((surface, low, analyse(low), 0, size),)
    cut = len(low) - 3 if clitic is None else clitic.start()
    host = _SHORTENED.get(low, low[:cut])
    tail = "not" if negated else _SPELLED_OUT.get(low[cut:], low[cut:])
    cut = min(cut, size)
    return (
        (surface[:cut], host, analyse(host), 0, cut),
        (surface[cut:], tail, analyse(tail), cut, size),
    )


_PHRASE_STARTS = frozenset(phrase[0] for phrase in PHRASES)
_LONGEST_PHRASE = max(map(len, PHRASES))


def _join_phrases(tokens: list[Token]) -> list[Token]:
    """Read "vice president" as the one word that it is short for."""
    if _PHRASE_STARTS.isdisjoint(token.low for token in tokens):
        return tokens
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        size = 1
        if token.low in _PHRASE_STARTS:
            for length in range(_LONGEST_PHRASE, 1, -1):
                words = tokens[at : at + length]
                key = PHRASES.get(tuple(word.low for word in words))
                if key is not None:
                    end, size = words[-1].end, len(words)
                    token = Token(
                        token.text, key, analyse(key).key, Kind.WORD, Form.BASE, token.start, end
                    )
                    break
        joined.append(token)
        at += size
    return joined
