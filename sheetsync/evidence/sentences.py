"""Find where sentences end, in a draft and in a cell of notes.

A wrong cut must not make a claim smaller and therefore easier to prove: after an
abbreviation, an initial or a decimal point the sentence goes on.
"""

import re
from collections.abc import Iterator

from sheetsync.evidence.shorthand import STOPPED

_ENDS = re.compile(r"[.!?]++[\"')\]]*+(?=\s|\[|\Z)|\n|(?<=\s)[*\u2022\u25cf](?=\s)")
_BULLETS = frozenset("*\u2022\u25cf")
"""Marks that part the items of a list in one line."""
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
NEVER_LAST = frozenset("mr mrs ms dr st prof gen gov sen rep rev lt col capt sgt".split())
"""Titles, whose full stop never ends a sentence and belongs to the name behind."""
MAYBE_LAST = frozenset("inc ltd corp co jr sr dept al vs fig est eg ie cf ca vol pp p".split())
"""Abbreviations whose full stop may end a sentence as well."""
_ABBREVIATIONS = (
    NEVER_LAST
    | MAYBE_LAST
    | _MONTHS
    | STOPPED
    | frozenset({"no", "nos", "approx", "avg", "incl", "excl", "lic", "e.g", "i.e", "u.s", "u.k"})
)
_LABELLED = frozenset(
    "series plan class grade team section appendix type phase group round option part".split()
)
_FRONTS = frozenset(
    "in on by until till from since before after not no nothing during at as for last this next".split()
)
"""Words that begin a sentence with a date that belongs to what follows."""

_BREAKS = " \n([\"'"
"""What stands in front of a word."""
_LONGEST_ABBREVIATION = 12
_LONGEST_QUOTATION = 400


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of each sentence of a folded text, blank ones left out."""
    start = 0
    for match in _ENDS.finditer(text):
        end = match.end()
        if match.group() in _BULLETS:
            end = match.start()
        elif match.group() == "\n":
            if not _line_ends_sentence(text, match.start(), end):
                continue
        elif not _really_ends(text, start, match.start(), end):
            continue
        first, last = _stripped(text, start, end)
        if first < last:
            yield first, last
        start = match.end()
    first, last = _stripped(text, start, len(text))
    if first < last:
        yield first, last


def draft_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the same for a draft, where a quotation of several sentences stays in one.

    Only on one line, and where neither part asks: a longer sentence is harder to prove.
    """
    held: tuple[int, int] | None = None
    for start, end in sentence_spans(text):
        first = start if held is None else held[0]
        if held is not None and not _same_quotation(text, first, start, end):
            yield held
            first = start
        if _open_quotation(text, first, end):
            held = (first, end)
        else:
            held = None
            yield first, end


def _open_quotation(text: str, start: int, end: int) -> bool:
    """Say whether a quotation that begins here ends in a later sentence of the line."""
    at = text.rfind('"', start, end)
    opens = (
        at >= 0 and text[at + 1 : at + 2].isalnum() and not text[max(at - 1, start) : at].strip()
    )
    if not opens:
        return False
    rest = text[end : end + _LONGEST_QUOTATION].partition("\n")[0]
    before, closing, _ = rest.partition('"')
    return bool(closing) and not before[-1:].isspace()


def _same_quotation(text: str, first: int, start: int, end: int) -> bool:
    return (
        end - first <= _LONGEST_QUOTATION
        and "?" not in text[first:end]
        and "\n" not in text[first:start]
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end].rstrip()
    return start + len(piece) - len(piece.lstrip()), start + len(piece)


def _line_ends_sentence(text: str, at: int, end: int) -> bool:
    """A line that goes on in lower case is one sentence, wrapped."""
    following = text[end : end + 1]
    return not (following.islower() and text[at - 1 : at].isalnum())


def _really_ends(text: str, start: int, mark: int, end: int) -> bool:
    if text[mark] != ".":
        return _begins_sentence(text, end)
    near = text[max(start, mark - _LONGEST_ABBREVIATION) : mark]
    last = near[max(map(near.rfind, _BREAKS)) + 1 :].casefold()
    if last in _MONTHS and text[mark - len(last)].isupper() and _behind_month(text, start, end):
        return True
    if last in _MONTHS and _counts_behind(text, mark - len(last), end):
        return True
    if last in _UNITS and text[mark - 1].islower() and _behind_number(text, mark, end):
        return True
    if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and not _labels(text, mark)):
        return False
    return _begins_sentence(text, end)


def _counts_behind(text: str, month: int, end: int) -> bool:
    """Find "in Feb. 2nd printer maybe": "in" goes with no day, and the number is no year."""
    words = text[end : end + _LONGEST_COUNT].split()
    if len(words) <= 1 or not text[:month].endswith(("in ", "In ")) or not words[0][0].isdigit():
        return False
    ordinal = words[0].endswith(("st", "nd", "rd", "th"))
    return ordinal or (len(words[0]) <= 3 and words[1].islower() and words[1][-1:] == "s")


_LONGEST_COUNT = 24
"""Characters of a number and what it counts."""
_UNITS = frozenset("mtghdsl")
"""Units of one letter, which are no initials behind a number."""


def _behind_number(text: str, mark: int, end: int) -> bool:
    """Tell "range 18 m. Lottery bid" from "M. Lind" and from "18 m. wide"."""
    counted = text[mark - 3 : mark - 2].isdigit() and text[mark - 2] == " "
    return counted and text[end : end + 3].lstrip()[:1].isupper()


def _behind_month(text: str, start: int, end: int) -> bool:
    """Tell "printer since Dec. Delivers to" from "On 3 Dec. Kolb opened" and "in Dec. 2025"."""
    first = text[start : start + _LONGEST_ABBREVIATION].split()
    fronted = not first or first[0].casefold() in _FRONTS
    following = text[end : end + 3].lstrip()[:1]
    return following.isupper() and not fronted


def _labels(text: str, mark: int) -> bool:
    """Say whether a single letter ends a name ("Series B.") rather than shortens one."""
    words = text[max(0, mark - _LONGEST_ABBREVIATION) : mark - 1].split()
    return bool(words) and words[-1].casefold() in _LABELLED


def _begins_sentence(text: str, end: int) -> bool:
    """A sentence does not begin in lower case."""
    following = text[end : end + 3].lstrip()[:1]
    return not following.islower()
