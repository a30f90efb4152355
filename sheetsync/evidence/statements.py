"""The lead's evidence as statements: one sentence of one cell each, ready to compare.

A cell is cut into passages at once; a passage is read into tokens only when a
claim shares words with it, which is what keeps long cells cheap.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sheetsync.evidence import lexicon
from sheetsync.evidence.anaphora import resolved
from sheetsync.evidence.cast import YOU, Cast
from sheetsync.evidence.columns import Voice, is_evidence, voice_of
from sheetsync.evidence.normalise import Folded, fold
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.sentences import sentence_spans
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.words import Form, Kind

LONGEST_STATEMENT = 300
"""Tokens beyond which a sentence proves nothing: it is no sentence, and the walk along
one is quadratic in its length."""

_LONGEST_PASSAGE = 20 * LONGEST_STATEMENT


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a cell, not yet read.

    Attributes:
        column: The cell's column.
        voice: Who speaks there.
        start: Offset of its first character in the folded cell.
        text: The folded sentence.
        low: The same in lower case.
    """

    column: str
    voice: Voice
    start: int
    text: str
    low: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of evidence, read.

    Attributes:
        passage: The sentence.
        tokens: Its tokens, offsets counted in the passage.
        index: Positions of each key in ``tokens``.
        numbers: Positions of quantities.
    """

    passage: Passage
    tokens: tuple[Token, ...]
    index: Mapping[str, Sequence[int]]
    numbers: tuple[int, ...]

    @property
    def voice(self) -> Voice:
        """Say who speaks."""
        return self.passage.voice


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of evidence, cut into passages."""

    column: str
    raw: str
    folded: Folded
    passages: tuple[Passage, ...]


def cut_cells(cells: Mapping[str, str]) -> tuple[Cell, ...]:
    """Cut every cell that counts as evidence, in the order given."""
    return tuple(cut_cell(column, text) for column, text in cells.items() if is_evidence(column))


@lru_cache(maxsize=256)
def cut_cell(column: str, text: str) -> Cell:
    """Cut one cell into passages."""
    folded, voice = fold(text), voice_of(column)
    passages = []
    for start, end in sentence_spans(folded.text):
        if end - start <= _LONGEST_PASSAGE:
            sentence = folded.text[start:end]
            passages.append(Passage(column, voice, start, sentence, sentence.casefold()))
    return Cell(column, text, folded, tuple(passages))


@lru_cache(maxsize=4096)
def statements_of(passage: Passage, cast: Cast) -> tuple[Statement, ...]:
    """Read a passage: what it says, and what it leaves to be understood.

    Returns:
        One or two statements; none when the sentence is too long to prove anything.
    """
    tokens = cast.cast(read_quantities(lex(passage.text)))
    if len(tokens) > LONGEST_STATEMENT:
        return ()
    if passage.voice is Voice.THEIRS:
        tokens = [_their_words(token) for token in tokens]
    said = _statement(passage, tokens)
    spelled_out = resolved(tokens)
    return (said, _statement(passage, spelled_out)) if spelled_out else (said,)


def _statement(passage: Passage, tokens: Sequence[Token]) -> Statement:
    index: dict[str, list[int]] = {}
    numbers: list[int] = []
    for position, token in enumerate(tokens):
        if token.kind is Kind.NUMBER:
            numbers.append(position)
        elif token.key in index:
            index[token.key].append(position)
        else:
            index[token.key] = [position]
    return Statement(passage, tuple(tokens), index, tuple(numbers))


def _their_words(token: Token) -> Token:
    """In a reply, "we" is the lead and "you" is the seller."""
    if token.low in lexicon.OUR_PRONOUNS:
        return token._replace(key=YOU, kind=Kind.PERSON, form=Form.OPEN)
    if token.low in lexicon.YOUR_PRONOUNS:
        return token._replace(key="we", kind=Kind.WORD, form=Form.OPEN)
    return token
