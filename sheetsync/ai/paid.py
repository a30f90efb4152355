"""What the pass and the commands need to know of a model that is paid: it is bound to a book.

Light to load; what a paid model is made of is loaded only where one is configured.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, runtime_checkable

from sheetsync.ai.jobs import UNSPENT, Model, Spent
from sheetsync.project import Project


@runtime_checkable
class Bound(Model, Protocol):
    """A paid model with one book's ledger and budget, for one pass."""

    @property
    def spent(self) -> Spent:
        """What the run has taken so far, or would take."""
        ...


class Shown(Protocol):
    """What a paid model is shown besides a job's inputs."""

    @property
    def examples(self) -> int:
        """Most texts of other rows for a column."""
        ...


@runtime_checkable
class Paid(Model, Protocol):
    """A paid model before it is bound.

    Attributes:
        in_rounds: Is what is answered so far written to the book while the run goes on?
        more: Has something been left for a further round of this run?
        waits: Is a batch out, which the next sync looks for though the book be the same?
    """

    in_rounds: bool
    more: bool
    waits: bool

    @property
    def priced(self) -> bool:
        """Is it known what its answers cost?"""
        ...

    @property
    def service(self) -> Shown:
        """Where it is, and what it is shown."""
        ...

    def bound(self, book: str, project: Project) -> AbstractContextManager[Bound]:
        """Open the book's ledger for one pass."""
        ...


@contextmanager
def bound(model: Model | None, book: str, project: Project) -> "Iterator[Model | None]":
    """Bind whoever answers to one book for one pass; the offline drafter needs no binding.

    Args:
        model: Who answers; ``None`` for nobody.
        book: How the book is called.
        project: The team's settings.
    """
    if isinstance(model, Paid):
        with model.bound(book, project) as session:
            yield session
    else:
        yield model


def rounds(model: Model | None) -> Iterator[None]:
    """Go through the rounds of a run: a pass, and another while a paid model has more to say.

    After a minute of asking, what is answered is written to the book by an ordinary pass;
    the next one finds those answers in their cells and goes on with the rest.
    """
    if isinstance(model, Paid):
        model.in_rounds = True
    yield
    while isinstance(model, Paid) and model.more:
        yield


def examples_for(model: Model | None) -> int:
    """How many texts of other rows a model is shown for a column; the offline drafter has no use for any."""
    return model.service.examples if isinstance(model, Paid) else 0


def waits_for_batch(model: Model | None) -> bool:
    """Has the next sync something to collect, even if nobody changes the book until then?"""
    return isinstance(model, Paid) and model.waits


def spent_by(model: Model | None) -> Spent:
    """What a run has taken of a paid model, or would take; nothing of the offline drafter."""
    return model.spent if isinstance(model, Bound) else UNSPENT
