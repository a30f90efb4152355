"""Choose the statements that are worth comparing with a claim.

The choice only saves work: it keeps the passages that share most words with the
claim, and a passage that bears a claim out shares nearly all of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sheetsync.evidence.cast import Cast
from sheetsync.evidence.numerals import UNITS
from sheetsync.evidence.statements import Passage, Statement, statements_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_READ = 5
"""Passages read for one claim; more when several share equally many words with it."""

_MOST = 40
"""Passages read at most: only a cell that repeats itself has so many equally near ones."""

_OTHERWISE = 2
"""Words that a faithful claim may say otherwise: "bought" for "acquired"."""

_ANCHOR = 4
"""Letters by which a word is looked for: inflections share them."""


@dataclass(frozen=True, slots=True)
class Library:
    """Passages that a claim may cite."""

    passages: tuple[Passage, ...]
    cast: Cast

    def only(self, wanted: Callable[[Passage], bool]) -> "Library":
        """Keep some of the passages."""
        return Library(tuple(filter(wanted, self.passages)), self.cast)

    def statements(self, words: Sequence[Token]) -> list[Statement]:
        """Read the passages that share most of these words, in their own order."""
        return [
            statement
            for passage in self._near(words)
            for statement in statements_of(passage, self.cast)
        ]

    def _near(self, words: Sequence[Token]) -> Sequence[Passage]:
        if len(self.passages) <= _READ:
            return self.passages
        anchors = {
            token.low[:_ANCHOR]
            for token in words
            if token.kind is not Kind.NUMBER
            and len(token.low) >= _ANCHOR
            and token.key in token.low
            and token.key not in UNITS
        }
        shared = [sum(map(passage.low.__contains__, anchors)) for passage in self.passages]
        best = sorted(shared, reverse=True)
        least = max(best[_READ - 1], best[0] - _OTHERWISE, min(1, best[0]))
        near = [p for p, count in zip(self.passages, shared, strict=True) if count >= least]
        return near[:_MOST]
