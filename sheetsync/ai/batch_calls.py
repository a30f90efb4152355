"""The files and batches of an OpenAI-compatible service, by the ``openai`` package.

Every way in which a request can end is a value. Reads and uploads, which cost nothing,
are tried again by the library, twice; the creation of a batch is never repeated blindly.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from sheetsync.ai.batches import ENDPOINT, Batch
from sheetsync.ai.completion import trouble_of
from sheetsync.ai.openai_model import client_options, connection
from sheetsync.ai.outcome import Trouble
from sheetsync.ai.service import Service

if TYPE_CHECKING:
    from openai import OpenAI

UNCLEAR = frozenset({Trouble.SLOW, Trouble.LOST, Trouble.BROKEN})
"""After these the batch may exist all the same."""

_OURS = "sheetsync"
"""The entry of a batch's metadata that holds our name for it."""

_RETRIES = 2
_LOOKED_THROUGH = 2_000
"""Batches that are looked through for one of ours; services list the newest first."""

_ENDED = frozenset({"completed", "failed", "expired", "cancelled", "canceled"})

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a batch stands at the service.

    Attributes:
        ended: Will nothing more come of it?
        complete: Has it run to its end? Otherwise what it holds nothing of was never run.
        files: Names of the files of answers and errors.
        refused: Why it was not even begun; ``None`` if it was.
    """

    ended: bool
    complete: bool = False
    files: tuple[str, ...] = ()
    refused: Trouble | None = None


@dataclass(frozen=True, slots=True)
class BatchCalls:
    """What is asked of a service about batches; use :func:`batching`."""

    client: "OpenAI"

    def upload(self, name: str, lines: bytes) -> str | Trouble:
        """Hand the file of a batch over.

        Returns:
            The service's name for it.
        """
        file = (f"sheetsync-{name}.jsonl", lines, "application/jsonl")
        patient = self.client.with_options(max_retries=_RETRIES)
        return _tried(lambda: _named(patient.files.create(file=file, purpose="batch")))

    def create(self, name: str, file: str) -> str | Trouble:
        """Have a file's questions answered within a day.

        Returns:
            The service's name for the batch; after a trouble in :data:`UNCLEAR` there may
            be one all the same.
        """
        return _tried(
            lambda: _named(
                self.client.batches.create(
                    completion_window="24h",
                    endpoint=ENDPOINT,
                    input_file_id=file,
                    metadata={_OURS: name},
                )
            )
        )

    def find(self, name: str) -> tuple[str, str] | Trouble:
        """Look for a batch of which only our own name is known.

        Returns:
            The service's names for it and for its file; ``""`` for both if there is none.
        """

        def found() -> tuple[str, str]:
            patient = self.client.with_options(max_retries=_RETRIES)
            for one in islice(patient.batches.list(limit=100), _LOOKED_THROUGH):
                metadata = getattr(one, "metadata", None)
                if isinstance(metadata, Mapping) and metadata.get(_OURS) == name:
                    return _named(one), str(one.input_file_id or "")
            return "", ""

        return _tried(found)

    def look(self, own: Batch) -> Standing | Trouble:
        """See how a batch stands.

        Returns:
            :data:`Trouble.NO_BATCHES` if the service knows no such one, or another one by
            that name: then nothing of it is read or deleted.
        """

        def standing() -> Standing | Trouble:
            patient = self.client.with_options(max_retries=_RETRIES)
            batch = patient.batches.retrieve(own.id)
            if not _is(batch, own):
                return Trouble.NO_BATCHES
            files = (batch.output_file_id, batch.error_file_id)
            errors = batch.errors.data if batch.errors is not None else None
            return Standing(
                ended=batch.status in _ENDED,
                complete=batch.status == "completed",
                files=tuple(file for file in files if file),
                refused=_refused(str((errors[0].code if errors else "") or ""))
                if batch.status == "failed"
                else None,
            )

        return _tried(standing)

    def fetch(self, file: str) -> str | Trouble:
        """Take a file's content; :data:`Trouble.NO_BATCHES` if it is not there any more."""
        patient = self.client.with_options(max_retries=_RETRIES)
        return _tried(lambda: patient.files.content(file).content.decode("utf-8", "replace"))

    def discard(self, *files: str) -> None:
        """Delete files, which hold the team's cells; where that fails, the service does in time."""
        for file in filter(None, files):
            _tried(partial(self.client.files.delete, file))


@contextmanager
def batching(service: Service) -> Iterator[BatchCalls]:
    """Open the connection to a service for as long as batches are spoken of."""
    import openai

    with openai.OpenAI(**client_options(service, openai.DefaultHttpxClient)) as client:
        yield BatchCalls(client)


def _is(found: object, own: Batch) -> bool:
    """Is what goes by the name of one of our batches that batch?

    A service need not give metadata back, or the name of the file.
    """
    metadata, file = getattr(found, "metadata", None), getattr(found, "input_file_id", None)
    if isinstance(metadata, Mapping) and metadata and metadata.get(_OURS) != own.name:
        return False
    return not (file and own.file) or file == own.file


def _named(one: object) -> str:
    """The service's name for what it has made.

    Raises:
        ValueError: It gave none.
    """
    name = getattr(one, "id", None)
    if not isinstance(name, str) or not name:
        raise ValueError("no id")
    return name


def _tried(call: Callable[[], T]) -> T | Trouble:
    """Make a request; whatever goes wrong is a trouble."""
    import openai

    try:
        return call()
    except openai.APITimeoutError as error:
        late = connection(error)
        return Trouble.SLOW if late is Trouble.LOST else late
    except openai.APIStatusError as error:
        return _without(error.status_code, str(getattr(error, "code", "") or ""))
    except openai.APIConnectionError as error:
        return connection(error)
    except (openai.OpenAIError, ValueError, TypeError, AttributeError):
        return Trouble.BROKEN


def _without(status: int, code: str) -> Trouble:
    """What a status means for a batch as a whole: no single question is to blame for it."""
    if status in (404, 405, 410, 501):
        return Trouble.NO_BATCHES
    trouble = trouble_of(status, code)
    own = trouble in (Trouble.NOT_TAKEN, Trouble.FILTERED)
    return Trouble.NO_BATCHES if own else trouble


def _refused(code: str) -> Trouble:
    """Why a service did not begin a batch, by the code of its first error."""
    if "model" in code:
        return Trouble.NO_MODEL
    return Trouble.BUSY if "limit" in code and "billing" not in code else _without(400, code)
