"""What is asked of a model, and what comes back: one job, one answer, as values.

The eleven jobs are files in ``templates/prompts``: their declared inputs, what
they fill, and their instructions. A model sees a job's inputs, and beside them
at most some texts of other rows as examples of the team's wording, which prove nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from typing import Annotated, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sheetsync import resources, state
from sheetsync.contract import TabContract
from sheetsync.errors import ContractError

UNKNOWN = "unknown"
"""Written where the input does not say (R59)."""

NONE_FOUND = "none found"
"""Written where a search for something found nothing."""


Form = Literal[
    "quotes",
    "lines",
    "choice",
    "date",
    "mismatches",
    "ratings",
    "angles",
    "subject",
    "message",
    "variants",
]
"""In which form a model answers for a column; the program makes the cell's text of it."""

MESSAGES: frozenset[Form] = frozenset({"message", "variants"})
"""Forms whose text enters outreach: nothing of it stands in a cell but what the gate lets pass."""


class Output(BaseModel):
    """One column that a job fills."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cited: bool = Field(description="Must each statement quote the input word for word?")
    max: Annotated[int, Field(gt=0, le=5000)] = Field(description="Most characters.")
    says: str = Field(description="What the column is to say.")
    form: Form = Field(default="quotes", description="In which form a model answers.")
    choices: tuple[str, ...] = Field(default=(), description="The words of a choice.")


class JobSpec(BaseModel):
    """One prompt file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    job: Annotated[str, Field(pattern=r"^[a-k]$")]
    title: str
    serves: Annotated[str, Field(pattern=r"^R\d+$")]
    tab: str
    inputs: tuple[str, ...] = Field(description="The only columns that a model is shown.")
    needs: tuple[str, ...] = Field(description="Columns that must be filled for the job to run.")
    around: tuple[str, ...] = Field(
        default=(), description="Inputs that the program puts around the answer itself; not sent."
    )
    outputs: Mapping[str, Output]
    instructions: str

    @model_validator(mode="after")
    def _consistent(self) -> "JobSpec":
        for name, columns in (("needs", self.needs), ("puts around", self.around)):
            unseen = set(columns) - set(self.inputs)
            if unseen:
                raise ValueError(f"{name} {sorted(unseen)}, which is not among its inputs")
        empty = [
            name
            for name, output in self.outputs.items()
            if (output.form == "choice") != bool(output.choices)
        ]
        if empty:
            raise ValueError(f"{empty[0]} must have choices if, and only if, its form is choice")
        return self

    @cached_property
    def version(self) -> str:
        """A mark that changes with the prompt, so that its answers are made again."""
        return state.digest([self.model_dump_json()])[:6]


@dataclass(frozen=True, slots=True)
class Job:
    """One question about one lead.

    Attributes:
        spec: The prompt file.
        lead_id: Whose row it is.
        inputs: The text of each declared input column, blanks left out.
        today: The day on which it is asked, for words such as "tomorrow"; an answer
            does not become stale when it passes.
        evidence: All of the lead's evidence cells, by which the gate judges a message. A
            model never sees them.
        quoted: What the row's first message quotes, for a variant that may not say more.
        redo: How often a person has asked for another answer by clearing the cell.
        examples: Texts of other rows by output column, to be shown as this team's wording.
            No answer rests on them: they are no part of :func:`question`, nor of what the
            ledger knows a question by. What somebody edits in one row would otherwise make
            the answers of every other row stale, and have them paid for again.
    """

    spec: JobSpec
    lead_id: str
    inputs: Mapping[str, str]
    today: date | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)
    quoted: tuple[str, ...] | None = None
    redo: int = 0
    examples: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def sent(self) -> Mapping[str, str]:
        """The inputs that a model is shown."""
        return {name: text for name, text in self.inputs.items() if name not in self.spec.around}

    @property
    def runs(self) -> bool:
        """Is everything there that the job needs?"""
        return all(self.inputs.get(column) for column in self.spec.needs)


@dataclass(frozen=True, slots=True)
class Claim:
    """A quote behind what one output column says.

    Attributes:
        column: The output column.
        quote: Words copied from the input.
        source: The input column that holds them.
    """

    column: str
    quote: str
    source: str


class JobState(StrEnum):
    """How a job stands after it was asked. What is not done is never shown as if it were."""

    DONE = "done"
    WAITING = "waiting"
    """Not answered yet, for a reason that passes: the next sync goes on by itself."""
    FAILED = "failed"
    """Answered, but nothing that could stand in a cell; a person can do something about it."""
    SKIPPED = "skipped"
    """Not to be asked as things are; a person has decided so."""
    LATER = "later"
    """Not asked in this pass on purpose; nothing is said of it in the sheet."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What was asked of a paid model, or would be.

    Attributes:
        calls: Calls.
        tokens: Tokens of questions and answers together.
        cost_usd: What they cost, in US dollars; 0 where no price is known.
    """

    calls: int = 0
    tokens: int = 0
    cost_usd: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.calls + other.calls, self.tokens + other.tokens, self.cost_usd + other.cost_usd
        )


UNSPENT = Spent()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a job.

    Attributes:
        cells: The text of each output column.
        claims: The quotes behind it.
        cost_usd: What the answer cost.
        state: How the job stands; ``cells`` is empty unless it is done.
        why: Why it is not done, as the rest of a sentence, with what to do.
        judged: Columns whose text the evidence gate has passed, claims or none.
    """

    cells: Mapping[str, str]
    claims: tuple[Claim, ...] = ()
    cost_usd: float = 0.0
    state: JobState = JobState.DONE
    why: str = ""
    judged: frozenset[str] = frozenset()


class Model(Protocol):
    """Whoever answers jobs."""

    @property
    def name(self) -> str:
        """How the Log and ``AI evidence`` call it."""
        ...

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        """Answer each job, in order."""
        ...


def question(spec: JobSpec, model: str, inputs: Mapping[str, str]) -> str:
    """Hash what an answer rests on: the prompt, the model and the inputs."""
    return state.digest([spec.job, spec.version, model, *map("\x1e".join, sorted(inputs.items()))])


def grounded(job: Job, answer: Answer) -> Answer:
    """Keep only what the job's own input proves.

    A claim stands if its quote is found word for word in the column that it names; an
    example of another row is no such column. A column that must cite and has no standing claim becomes "unknown"; a text over its
    length is cut at a word. A message is kept only if the evidence gate does not hold
    it. The model's word alone is never enough.
    """
    if answer.state is not JobState.DONE:
        return answer
    claims = tuple(
        claim
        for claim in answer.claims
        if claim.quote.strip()
        and any(claim.quote in cells.get(claim.source, "") for cells in (job.inputs, job.evidence))
    )
    proven = {claim.column for claim in claims}
    cells: dict[str, str] = {}
    for column, output in job.spec.outputs.items():
        text = " \n".join(
            " ".join(line.split()) for line in answer.cells.get(column, "").split("\n")
        )
        text = text.replace(" \n", "\n").strip() or UNKNOWN
        if output.cited and column not in proven and column not in answer.judged:
            text = UNKNOWN
        cells[column] = text if len(text) <= output.max else _cut(text, output.max)
    kept = tuple(claim for claim in claims if cells.get(claim.column, UNKNOWN) != UNKNOWN)
    return Answer(cells=cells, claims=kept, cost_usd=answer.cost_usd)


def _cut(text: str, limit: int) -> str:
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


@cache
def specs() -> Mapping[str, JobSpec]:
    """Read every prompt file, by its letter.

    Raises:
        ContractError: A file is not a valid job.
    """
    found: dict[str, JobSpec] = {}
    for name in resources.prompt_names():
        try:
            spec = JobSpec.model_validate(resources.template_yaml(f"prompts/{name}"))
        except ValidationError as error:
            first = error.errors()[0]
            place = " → ".join(str(part) for part in first["loc"]) or "the file"
            raise ContractError(
                f"templates/prompts/{name} is not a valid job: at {place}, {first['msg']}.",
                not_done="Nothing was read or written.",
                next_step="Correct the file, or delete it to use the one that came with sheetsync.",
            ) from None
        found[spec.job] = spec
    return found


def for_tab(tab: TabContract) -> tuple[JobSpec, ...]:
    """The jobs that fill columns of one tab, in order of their letters.

    Raises:
        ContractError: A job fills a column that the contract does not give it.
    """
    chosen = tuple(spec for _, spec in sorted(specs().items()) if spec.tab == tab.tab)
    for spec in chosen:
        for column in spec.outputs:
            if column not in tab.by_title or tab.by_title[column].job != spec.job:
                raise ContractError(
                    f"templates/prompts/{spec.job}.yaml fills “{column}”, but the contract of "
                    f"{tab.tab} does not give that column to job {spec.job}.",
                    not_done="Nothing was read or written.",
                    next_step="Name one of the job's own columns under outputs.",
                )
    return chosen
