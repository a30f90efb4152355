"""Fold typography away and remember where every character came from.

Two texts that a reader would call the same words (curly or straight quotes, any
dash, any white space, invisible characters, composed or decomposed accents)
become the same string. What changes a meaning is kept: no word, digit or letter
is ever added, dropped or replaced by a similar one.
"""

import re
import unicodedata
from dataclasses import dataclass

_QUOTES = dict.fromkeys("‘’‚‛′ʼ`´‹›", "'") | dict.fromkeys("“”„‟″«»", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－⸺⸻", "-")
_PLAIN = _QUOTES | _DASHES

_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_RUN = re.compile("[ -_a-~]++")
_PRINTABLE = re.compile(r"[ -_a-~\n]*+")

# UAX #15 calls a text stream-safe when no run of combining marks is longer than
# 30; cutting there keeps canonical ordering (quadratic in the run) linear.
_LONGEST_CLUSTER = 30

# NFKC turns 10² into 102 and 5½ into 51⁄2: other numbers. These stay as they are.
_KEPT_DECOMPOSITIONS = ("<super>", "<sub>", "<fraction>")


@dataclass(frozen=True, slots=True)
class Folded:
    """Normalised text with the way back to the raw cell.

    Attributes:
        text: Normalised text; case is kept unless ``caseless`` asked otherwise.
        origins: Raw offset of each character of ``text``, and one more for its
            end; ``None`` when the offsets are the same.
    """

    text: str
    origins: tuple[int, ...] | None

    def span(self, start: int, end: int, raw: str) -> tuple[int, int]:
        """Say which half-open range of the raw cell ``text[start:end]`` stands for."""
        if self.origins is None:
            return start, end
        last = self.origins[end - 1] if end > start else self.origins[start]
        stop = last + 1
        while stop < len(raw) and _joins(raw[stop]):
            stop += 1
        return self.origins[start], stop


def fold(text: str) -> Folded:
    """Normalise typography and white space; keep case and line breaks.

    A line break survives as one newline, because it ends a sentence of notes.
    """
    if text.isascii() and _PRINTABLE.fullmatch(text):
        return Folded(text, None)
    return _fold(text)


def caseless(text: str) -> Folded:
    """Normalise for the search of a quotation: case, and all white space, are equal too."""
    letters: list[str] = []
    origins: list[int] = []
    for piece, first, step in _pieces(text):
        for place, char in enumerate(piece.casefold()):
            at = first + place * step
            blank = char.isspace()
            before = letters[-1] if letters else " "
            if blank and before in " -":
                continue
            if char == "-" and before == "-":
                continue
            if char == "-" and before == " " and letters:
                letters[-1], origins[-1] = "-", at
                continue
            letters.append(" " if blank else char)
            origins.append(at)
    while letters and letters[-1] == " ":
        letters.pop()
        origins.pop()
    return Folded("".join(letters), (*origins, len(text)))


def _fold(text: str) -> Folded:
    letters: list[str] = []
    origins: list[int] = []
    for piece, at, step in _pieces(text):
        if step:
            letters.append(piece)
            origins.extend(range(at, at + len(piece)))
            continue
        for char in piece:
            letters.append(char if char.isprintable() else _blank(char))
            origins.append(at)
    return Folded("".join(letters), (*origins, len(text)))


def _blank(char: str) -> str:
    """Every kind of line end is one, every other white space is a space."""
    return "\n" if char in _LINE_ENDS else " " if char.isspace() else char


def _joins(char: str) -> bool:
    """Say whether a character is part of the one before it."""
    return unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff"


def _pieces(text: str) -> list[tuple[str, int, int]]:
    """Cut into pieces, each normalised.

    Returns:
        The piece, the raw offset of its first character, and how far each further
        character stands behind: 1 in a run of plain ASCII, 0 where one raw
        character became the whole piece.
    """
    pieces: list[tuple[str, int, int]] = []
    at, length = 0, len(text)
    while at < length:
        run = _RUN.match(text, at)
        if run is not None:
            stop = run.end()
            if stop < length and _joins(text[stop]):
                stop -= 1
            if stop > at:
                pieces.append((text[at:stop], at, 1))
                at = stop
                continue
        stop = _cluster_end(text, at + 1)
        pieces.append((_visible(text[at:stop]), at, 0))
        at = stop
    return pieces


def _cluster_end(text: str, stop: int) -> int:
    limit = min(len(text), stop + _LONGEST_CLUSTER)
    while stop < limit and _joins(text[stop]):
        stop += 1
    return stop


def _visible(cluster: str) -> str:
    """Normalise one non-ASCII character with its marks; nothing for an invisible one."""
    first = cluster[0]
    plain = _PLAIN.get(first)
    if plain is not None:
        return plain
    if first.isspace():
        return first
    if unicodedata.category(first) in {"Cf", "Cc", "Cs", "Cn"}:
        return ""
    if unicodedata.decomposition(first).startswith(_KEPT_DECOMPOSITIONS):
        return first
    composed = unicodedata.normalize("NFKC", cluster)
    return "".join(_PLAIN.get(char, char) for char in composed)
