"""The rows of the tab "Guide": how the chain works, the colours, a guide for each block.

Pure: it turns ``templates/guides.yaml`` and the contract into rows of text with
the tab that each of them links to. A Book writes them; nothing ever reads them back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sheetsync import resources, shade
from sheetsync.contract import Contract
from sheetsync.errors import ContractError
from sheetsync.look import HEADER, Paint
from sheetsync.review.agenda import BY_TITLE

GUIDE = "Guide"
"""The tab's title. It is no part of the contract: the sync neither reads nor writes it."""

LISTS_FROM = 3
"""The Guide's first hidden column, from zero, of those that hold what dropdowns offer."""

Kind = Literal["title", "heading", "line", "colour"]

_Lines = Annotated[tuple[str, ...], Field(min_length=4, max_length=6)]

_COLOURS: tuple[tuple[Paint, str, str], ...] = (
    (
        HEADER["person"],
        "Dark teal",
        "Yours. You fill these columns in; the sync never writes there.",
    ),
    (HEADER["engine"], "Grey", "Computed. The sync fills these columns in and keeps them current."),
    (
        HEADER["ai"],
        "Violet",
        "Suggested by AI. Copy what you like, or type over it: then it is yours.",
    ),
    (HEADER["row"], "Light teal", "Shared. Each row belongs to whoever added it."),
    (shade.AWAITED, "Pale yellow", "Fill this cell in next; the row waits for it."),
    (shade.ORANGE, "Orange", "Something in this row needs you. Flags, at its end, says what."),
)


class Step(BaseModel):
    """One of the five steps of a new team.

    Attributes:
        do: What to do, in a few words.
        how: The rest of it.
        tab: Where it is done.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    do: str
    how: str
    tab: str


class _Introduction(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    steps: Annotated[tuple[Step, ...], Field(min_length=5, max_length=5)]
    chain: str
    rule: str


class Texts(BaseModel):
    """The texts of ``templates/guides.yaml``: five steps, and 4 to 6 lines a block."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    introduction: _Introduction
    colours: str
    blocks: str
    tabs: str
    guides: Mapping[str, _Lines]


@dataclass(frozen=True, slots=True)
class GuideRow:
    """One row of the Guide.

    Attributes:
        kind: How it looks.
        label: Text of the first column.
        text: Text of the second column.
        to: Title of the tab that the label links to.
        paint: The colours that the label shows.
    """

    kind: Kind
    label: str
    text: str = ""
    to: str | None = None
    paint: Paint | None = None


def texts() -> Texts:
    """Read ``templates/guides.yaml``.

    Raises:
        ContractError: The file does not follow its own schema; names the place.
    """
    try:
        return Texts.model_validate(resources.template_yaml("guides.yaml"))
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"]) or "the file"
        raise ContractError(
            f"templates/guides.yaml cannot be used: at {place}, {first['msg']}.",
            not_done="No workbook was laid out.",
            next_step="Correct the file, or delete it to use the one that came with sheetsync.",
        ) from None


def rows(contract: Contract) -> tuple[GuideRow, ...]:
    """The Guide from its first row to its last; an empty row has an empty label and text."""
    said = texts()
    found = [GuideRow("title", said.introduction.title)]
    found += [
        GuideRow("line", f"Step {number}", f"{step.do}. {step.how}", to=_linked(contract, step.tab))
        for number, step in enumerate(said.introduction.steps, start=1)
    ]
    chain = " → ".join(tab.tab for tab in contract.blocks)
    found += [GuideRow("line", said.introduction.chain, f"{chain}. {said.introduction.rule}")]
    found += [GuideRow("line", ""), GuideRow("title", said.colours)]
    found += [GuideRow("colour", name, text, paint=paint) for paint, name, text in _COLOURS]
    found += [GuideRow("line", ""), GuideRow("title", said.blocks)]
    for tab in contract.blocks:
        decides = tab.block.decides if tab.block else ""
        found.append(GuideRow("heading", tab.tab, decides, to=tab.tab))
        found += [GuideRow("line", "", line) for line in said.guides.get(tab.tab, ())]
    found += [GuideRow("line", ""), GuideRow("title", said.tabs)]
    found += [GuideRow("line", tab.tab, tab.about, to=tab.tab) for tab in contract.tabs]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the Map in Start here, so that no other tab is needed to begin.

    Attributes:
        steps: The five steps.
        chain: What the line about the chain is called.
        blocks: The blocks in order, with arrows.
        rule: How a lead goes through them.
    """

    steps: tuple[Step, ...]
    chain: str
    blocks: str
    rule: str


def opening(contract: Contract) -> Opening:
    """What stands above the Map."""
    said = texts()
    return Opening(
        steps=said.introduction.steps,
        chain=said.introduction.chain,
        blocks="  →  ".join(tab.tab for tab in contract.blocks),
        rule=said.introduction.rule,
    )


def _linked(contract: Contract, title: str) -> str | None:
    return title if title in contract.by_title else None


def offered() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the Review's dropdown offers: the text of Allowed decisions, with its single ones."""
    return tuple((area.allowed, area.decisions) for area in BY_TITLE.values() if area.decisions)


def place_of(block: str, guide: Sequence[GuideRow]) -> int | None:
    """The row, counted from zero, where a block's guide begins (R97)."""
    for number, row in enumerate(guide):
        if row.kind == "heading" and row.label == block:
            return number
    return None
