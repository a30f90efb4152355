"""What is left of a claim without its frame, and what the frame asks of the statement."""

from dataclasses import dataclass
from enum import Enum

from sheetsync.evidence.openings import Shape
from sheetsync.evidence.tokens import Token


class Attribution(Enum):
    """Who the sentence says said it."""

    NOBODY = "nobody"
    SAID = "said"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Framed:
    """A claim without its frame.

    Attributes:
        core: What is claimed.
        shape: Whether that is a sentence, a thing or a request.
        attribution: Whether the sentence says that the lead said it.
        needs_note: Only our own notes can prove it ("we met at the fair").
        source: Where it was read; the same statement must name it.
        fresh: It was called new, so the statement must tell how it came to be.
        bare: The statement is a note without a verb, and must not go on with one.
        alone: The claim must be all that a note of facts says.
        heads: The statement must begin with it.
        question: They asked whether it is so, so a reply of theirs must be a question.
        talk: What the notes must have of the talk in which it was said.
        talked: Only the notes of a talk can prove it, or a note that says no more.
        ours: Only Our claims can prove it.
        written: Only a reply of theirs can prove it.
        home: It says that it is so at the lead's, so the statement must name nobody else.
        origin: Who reports it; the statement must have just these words from there.
    """

    core: tuple[Token, ...]
    shape: Shape = Shape.SENTENCE
    attribution: Attribution = Attribution.NOBODY
    needs_note: bool = False
    source: tuple[Token, ...] = ()
    fresh: bool = False
    bare: bool = False
    alone: bool = False
    heads: bool = False
    question: bool = False
    talk: tuple[Token, ...] | None = None
    origin: tuple[Token, ...] = ()
    talked: bool = False
    ours: bool = False
    written: bool = False
    home: bool = False
