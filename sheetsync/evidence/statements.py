"""The lead's evidence as statements: one sentence of one cell each, ready to compare.

A cell is cut into passages at once; a passage is read into tokens only when a
claim shares words with it, which is what keeps long cells cheap.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sheetsync.evidence import lexicon
from sheetsync.evidence.anaphora import resolved
from sheetsync.evidence.called import by_another_name, is_thing_called, may_be_trader, names_another
from sheetsync.evidence.cast import COMPANY, CONTACT, YOU, Cast
from sheetsync.evidence.columns import Voice, is_evidence, is_talk, voice_of
from sheetsync.evidence.definites import all_of_them, begins_with_the, spelled_out
from sheetsync.evidence.headed import heads, labelled, not_us, reported, under
from sheetsync.evidence.in_full import in_full, in_reply
from sheetsync.evidence.minutes import minuted, with_initials
from sheetsync.evidence.normalise import Folded, fold
from sheetsync.evidence.ours import approved
from sheetsync.evidence.press import news_start
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.referents import (
    ANOTHER,
    REACH,
    SHE,
    begins_with_it,
    speaks_of_somebody,
    with_another,
    with_contact,
)
from sheetsync.evidence.relatives import told_of_named
from sheetsync.evidence.said_under import under_speaker
from sheetsync.evidence.sentences import sentence_spans
from sheetsync.evidence.short_places import places_in_full
from sheetsync.evidence.speakers import with_speaker
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.words import Form, Kind

LONGEST_STATEMENT = 300
"""Tokens beyond which a sentence proves nothing: it is no sentence, and the walk along
one is quadratic in its length."""

_LEAST_DASHES = 3
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
        last: The sentence before it; empty at the start of the cell.
        heading: The nearest line over it that stands alone.
        cell: The whole folded cell.
    """

    column: str
    voice: Voice
    start: int
    text: str
    low: str
    last: str
    heading: str
    cell: str


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
    last = heading = ""
    for start, end in sentence_spans(folded.text):
        sentence = folded.text[start:end]
        if len(sentence) <= _LONGEST_PASSAGE:
            before = (last, heading, folded.text)
            passages.append(Passage(column, voice, start, sentence, sentence.casefold(), *before))
            last = sentence
            heading = sentence if heads(sentence) else heading
    return Cell(column, text, folded, tuple(passages))


@lru_cache(maxsize=4096)
def statements_of(passage: Passage, cast: Cast) -> tuple[Statement, ...]:
    """Read a passage: what it says, and what it leaves to be understood.

    Returns:
        One statement or more; none when the sentence is too long to prove anything.
    """
    tokens = _items(cast.cast(read_quantities(lex(passage.text))))
    if len(tokens) > LONGEST_STATEMENT:
        return ()
    if passage.voice is Voice.THEIRS:
        tokens = [_their_words(token) for token in tokens]
    if passage.voice is Voice.OURS:
        tokens = approved(tokens)
    news = 0 if passage.voice is Voice.THEIRS else news_start(tokens, passage.column)
    tokens = _referred(tokens, passage, cast, news)
    readings = [tokens, *resolved(tokens)]
    if news:
        readings.append(tokens[news:])
    if passage.voice is Voice.NOTES:
        readings.extend(spoken for spoken in (minuted(tokens), under_speaker(tokens)) if spoken)
    if passage.voice in {Voice.THEIRS, Voice.NOTES} and ", " in passage.text:
        readings.extend(told_of_named(tokens))
    readings.extend(_said_out(tokens, passage, cast))
    definite = passage.voice is not Voice.THEIRS and begins_with_the(tokens)
    if definite and tokens[1].low in passage.last.casefold():
        last = cast.cast(read_quantities(lex(passage.last)))
        readings.extend(spelled_out(tokens, last))
    return tuple(_statement(passage, reading) for reading in readings)


def _said_out(tokens: list[Token], passage: Passage, cast: Cast) -> Iterator[list[Token]]:
    """Yield what a passage leaves to be understood or has in short, said out."""
    yield from places_in_full(tokens)
    if passage.voice is Voice.THEIRS:
        yield from in_reply(tokens)
    elif passage.voice is not Voice.OURS:
        yield from in_full(tokens, passage.last, passage.cell)
        if tokens[0].low == "all" and passage.last:
            yield from all_of_them(tokens, cast.cast(read_quantities(lex(passage.last))))


def _items(tokens: list[Token]) -> list[Token]:
    """Read "40 vans -- 12 docks -- 3 sites" as items of a list, where so many dashes part them."""
    if sum(token.text == "--" for token in tokens) < _LEAST_DASHES:
        return tokens
    return [t._replace(low=";", key=";") if t.text == "--" else t for t in tokens]


def _referred(tokens: list[Token], passage: Passage, cast: Cast, news: int) -> list[Token]:
    """Say whom the pronouns of a passage mean, where the words before it tell.

    Args:
        tokens: The passage, read.
        passage: As it stands.
        cast: Who is who.
        news: Where the news begins in it, behind a paper's label.
    """
    if passage.voice is Voice.NOTES and cast.initials:
        tokens = with_initials(tokens, cast)
    if passage.voice is Voice.NOTES and cast.contact and speaks_of_somebody(tokens):
        before = passage.cell[max(0, passage.start - REACH) : passage.start]
        known = cast.cast(read_quantities(lex(before)))
        tokens = with_contact(tokens, known, whole=len(before) < REACH)
    if passage.voice in {Voice.PUBLIC, Voice.NOTES}:
        tokens = with_speaker(tokens, passage.column)
    if passage.voice is Voice.THEIRS:
        return not_us(tokens)
    tokens = reported(tokens, news, passage.text) if news else labelled(tokens)
    if passage.heading:
        tokens = under(
            tokens, cast.cast(lex(passage.heading)), next_line=passage.last == passage.heading
        )
    public = not is_talk(passage.column)
    if names_another(tokens) or may_be_trader(tokens[0], passage.text, passage.cell, public=public):
        return [tokens[0]._replace(key=ANOTHER), *tokens[1:]]
    if not passage.last:
        return tokens
    if is_thing_called(tokens[0], passage.text) and cast.company.isdisjoint(
        passage.text[: tokens[0].end].casefold().split()[1:]
    ):
        return by_another_name(tokens, cast.cast(lex(passage.last)))
    if begins_with_it(tokens):
        tokens = with_another(tokens, cast.cast(read_quantities(lex(passage.last))))
    return tokens


def _statement(passage: Passage, tokens: Sequence[Token]) -> Statement:
    index: dict[str, list[int]] = {}
    numbers: list[int] = []
    for position, token in enumerate(tokens):
        if token.kind is Kind.NUMBER:
            numbers.append(position)
            continue
        if token.kind is Kind.PERSON and (token.low in SHE or _is_we(token)):
            index.setdefault(token.low, []).append(position)
        if token.key in index:
            index[token.key].append(position)
        else:
            index[token.key] = [position]
    return Statement(passage, tuple(tokens), index, tuple(numbers))


def _is_we(token: Token) -> bool:
    """Say whether a page says "we" for the company, which may be quoted as it stands."""
    return token.key in {COMPANY, CONTACT} and token.low in lexicon.OUR_PRONOUNS


def _their_words(token: Token) -> Token:
    """In a reply, "we" is the lead and "you" is the seller."""
    if token.low in lexicon.OUR_PRONOUNS:
        return token._replace(key=YOU, kind=Kind.PERSON, form=Form.OPEN)
    if token.low in lexicon.YOUR_PRONOUNS:
        return token._replace(key="we", kind=Kind.WORD, form=Form.OPEN)
    return token
