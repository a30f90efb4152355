"""A clause as its words' letters, in the languages that it may be written in."""

import re
from dataclasses import dataclass

from sheetsync.replies.concept_words import LANGUAGES
from sheetsync.replies.concepts import tags_of

WORD = re.compile(r"[^\s.,]+")
_SEE_TO_IT = re.compile(r"\b(?:make sure|ensure|see to it|guarantee|take care|see that|confirm)\b")
_CLEARLY = 3
"""Words by which one language must lead before another is ruled out."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Some words in the reading of one language.

    Attributes:
        words: The plain words.
        tags: The letters of each word.
        bag: The letters of all words.
        around: The letters of the whole sentence.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    bag: frozenset[str]
    around: frozenset[str]

    def has(self, *letters: str) -> bool:
        """Say whether each argument has at least one of its letters here."""
        return all(not self.bag.isdisjoint(any_of) for any_of in letters)

    def strange(self) -> int:
        """Count the words that no letter stands for: what else the clause speaks of."""
        return self.tags.count("")

    def ours(self) -> bool:
        """Is it what we do, rather than what we want of others?"""
        return "J" in self.bag and "W" not in self.bag and not self.sees_to_it()

    def sees_to_it(self) -> bool:
        """Does it begin like "make sure that"?"""
        return _SEE_TO_IT.search(self.plain()) is not None

    def plain(self) -> str:
        """Join the words."""
        return " ".join(self.words)


def spoken_in(sentence: str, language: str) -> bool:
    """Could the sentence be in this language, rather than clearly in another?"""
    place = tuple(LANGUAGES).index(language)
    words = [tags_of(word) for word in WORD.findall(sentence)]
    most = max((sum(map(bool, known)) for known in zip(*words, strict=True)), default=0)
    return most < _CLEARLY + sum(bool(tags[place]) for tags in words)


def languages_of(sentence: str) -> list[tuple[int, frozenset[str]]]:
    """Choose the languages that know the most words, each with the letters of the sentence."""
    known = [0] * len(LANGUAGES)
    letters: list[set[str]] = [set() for _ in LANGUAGES]
    for word in set(WORD.findall(sentence)):
        for place, tags in enumerate(tags_of(word)):
            if tags:
                known[place] += 1
                letters[place].update(tags)
    most = max(known)
    return [
        (place, frozenset(letters[place]))
        for place, count in enumerate(known)
        if most and count == most
    ]
