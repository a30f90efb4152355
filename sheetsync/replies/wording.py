"""Bring pasted text into one plain form, and find the way back to the words as they stand.

People write "don't", "DONT", "do n't" and "don’t", with and without accents, and mistype the
very words that matter. Here all of these become the same words, so that one pattern
finds them; what is shown is always the original.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

_LONGEST_WORD = 40
"""Letters of one word that are read: no word that decides anything is longer."""

# Letters with a stroke do not fall apart into a letter and a mark.
_STROKES = str.maketrans("łøđıæ", "lodia")

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff\ufff9-\ufffb]"
)
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")

# A pile of accents is no letter of any language; sorting it (UAX #15) takes quadratic time.
_PILE = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")

_PIECE = re.compile(
    r"(?P<link>https?://\S{1,2000}|www\.\S{1,2000}|<?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+>?"
    r"|(?:[\w-]{1,64}\.){1,3}(?:com|org|net|edu|gov|info|biz|io|eu|uk|de|nl|example)\b(?!\.\w))"
    r"|(?P<word>[^\W_][\w\u0300-\u036f]*+)"
    r"|(?P<break>(?<!\W\d)(?<!\W\d\d)\.|[.](?=\s*\Z|\s*\n)|[!?…]|\n\s*\n|\n(?=[^a-z]))"
    r"|(?P<pause>[,;:()\[\]{}\"“”„«»|/–—]|\s[-*•]+\s)"
    r"|(?P<joint>(?<=\w)['’‘ʼ`´](?=\w))"
)
_ENGLISH_ENDS = frozenset("t m d s re ve ll".split())

# Dates and words of time are looked for in text of the same length, so that offsets agree.
_SAME_LENGTH = {ord(char): "'" for char in "’‘ʼ`´"} | {ord(char): "-" for char in "‐‑‒–—"}


def visible(text: str) -> str:
    """Drop what no reader sees (control characters, direction marks) and unify line ends."""
    return _PILE.sub(r"\1", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def level(text: str) -> str:
    """Fold case and accents, letter by letter, to a text of the same length."""
    if not text.isascii():
        text = "".join(map(_letter, text.translate(_SAME_LENGTH)))
    return text.lower()


@cache
def _letter(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[:1]
    folded = (base or char).lower()
    return folded if len(folded) == 1 else char


@dataclass(frozen=True)
class Wording:
    """A text as plain words.

    Attributes:
        raw: The visible text that the words come from.
    """

    raw: str

    @cached_property
    def _pieces(self) -> tuple[str, list[int], list[tuple[int, int]]]:
        plain: list[str] = []
        starts: list[int] = []
        spans: list[tuple[int, int]] = []
        at = 0
        for word, start, end in _words(self.raw):
            starts.append(at)
            spans.append((start, end))
            plain.append(word)
            at += len(word) + 1
        return " ".join(plain), starts, spans

    @property
    def text(self) -> str:
        """Words in lower case, one space apart; "." ends a sentence, "," any lesser pause."""
        return self._pieces[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Say which half-open range of ``raw`` the plain words ``text[start:end]`` stand for."""
        _, starts, spans = self._pieces
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, max(start, end - 1)) - 1
        return spans[first][0], spans[last][1]

    def quote(self, start: int, end: int) -> str:
        """Quote plain words verbatim, without the pauses around them."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip(" .,"))
        end -= len(piece) - len(piece.rstrip(" .,"))
        first, last = self.span(start, max(end, start + 1))
        return self.raw[first:last]


def _words(raw: str) -> Iterator[tuple[str, int, int]]:
    """Yield each plain word or pause with its half-open range of the raw text."""
    held: tuple[str, int, int] | None = None
    joined = False
    for piece in _PIECE.finditer(raw):
        kind, start, end = piece.lastgroup, piece.start(), piece.end()
        if kind == "joint":
            joined = held is not None and held[2] == start
            continue
        word = _plain(piece)
        if joined and held is not None and word in _ENGLISH_ENDS:
            held = (held[0] + word, held[1], end)
            joined = False
            continue
        joined = False
        if held is not None:
            if held[0] == "e" and word.startswith("mail") and start == held[2] + 1:
                held = ("e" + word, held[1], end)
                continue
            yield mended(held[0]), held[1], held[2]
        held = (word, start, end)
    if held is not None:
        yield mended(held[0]), held[1], held[2]


def _plain(piece: re.Match[str]) -> str:
    match piece.lastgroup:
        case "word":
            word = piece.group()[:_LONGEST_WORD]
            if word.isascii():
                return word.lower()
            parts = unicodedata.normalize("NFKD", word.casefold().translate(_STROKES))
            return "".join(char for char in parts if not unicodedata.combining(char))
        case "link":
            return "@link"
        case "break":
            return "."
        case _:
            return ","


# Words that decide, and the real words one slip away from them that must stay as they are.
_MENDED = (
    "unsubscribe unsubscribed unsubscribing remove removed contact contacting emails emailing "
    "mailing messages sending receive database please delete interested address abmelden "
    "verteiler austragen kontaktieren desinscrire desabonner uitschrijven cancellare"
).split()
_REAL = frozenset(
    "contract contacts contactin removes remover remote removed unsubscribes message massages "
    "emailed email mails mail sendings spending lending bending mending tending vending fending "
    "received receives receiver deletes deleted relieve pleased pleases addresses addressed "
    "databases failing sailing nailing hailing bailing railing tailing mauling milling dressed "
    "interest mailings desinscrite desabonne desabonnes abgemeldet uninterested deplete "
    "afmelden anmelden abmelder verteilen auftragen ausfragen seeding sensing sanding messaged".split()
)
_SLIPS = {
    "unsub": "unsubscribe",
    "pls": "please",
    "plz": "please",
    "plse": "please",
    "u": "you",
    "ur": "your",
    "stopp": "stop",
    "stpo": "stop",
    "sotp": "stop",
    "lsit": "list",
    "lits": "list",
    "emial": "email",
    "fuer": "fur",
    "recieve": "receive",
    "optout": "opt out",
    "stahp": "stop",
    "dnt": "dont",
    "dont't": "dont",
    "dotn": "dont",
    "donot": "dont",
    "plase": "please",
}
_GERMAN = {
    "loesch": "losch",
    "moecht": "mocht",
    "wuensch": "wunsch",
    "hoer": "hor",
    "stoer": "stor",
    "zurueck": "zuruck",
    "ueber": "uber",
    "buero": "buro",
    "naechst": "nachst",
}
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_SLIP = 5


@cache
def _near() -> dict[str, str]:
    """Map every spelling one slip away from a word that decides to that word."""
    near: dict[str, str] = {}
    for word in _MENDED:
        for place in range(1, len(word)):
            before, after = word[:place], word[place:]
            near.setdefault(before + after[1:], word)
            if len(after) > 1:
                near.setdefault(before + after[1] + after[0] + after[2:], word)
            for letter in _ALPHABET:
                near.setdefault(before + letter + after[1:], word)
                near.setdefault(before + letter + after, word)
    return near | {word: word for word in (*_MENDED, *_REAL)} | _SLIPS


def mended(word: str) -> str:
    """Correct one slip in a word that decides; every other word stays as it is."""
    found = _near().get(word)
    if found is not None:
        return found
    for spelled, folded in _GERMAN.items():
        if word.startswith(spelled):
            return folded + word[len(spelled) :]
    if word.startswith(("uns", "unu", "usub", "usnub", "nusub")) and _like_unsubscribe(word):
        return "unsubscribe"
    return word


def _like_unsubscribe(word: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(word, "unsubscribe", score_cutoff=3) <= 3
