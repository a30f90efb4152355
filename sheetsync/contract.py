"""The contract: every tab, its columns and their owners, from ``schemas/*.yaml``.

This is the single source. The Pandera schemas, the layout of a new workbook, its
dropdowns, notes and colours, the docs table and the JSON Schema for editors are
all derived from the classes here; nothing about a column is written twice.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sheetsync import resources
from sheetsync.cells import Scalar, normal_header
from sheetsync.errors import ContractError

Owner = Literal["person", "engine", "ai", "row"]
"""Who may write a column. ``row``: each row belongs to whoever added it (Do not contact)."""

CellType = Literal["text", "choice", "tick", "date", "datetime", "number"]

Text = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Length(_Strict):
    """Pandera's ``str_length``: most characters in the cell."""

    max_value: Annotated[int, Field(gt=0)]


class Range(_Strict):
    """Pandera's ``in_range``: the numbers that make sense, both ends included."""

    min_value: float
    max_value: float


class ColumnSpec(_Strict):
    """One column: its title, who writes it, what it may hold, how it looks.

    The checks carry Pandera's own names and meaning: ``nullable``, ``unique``,
    ``isin``, ``str_length``, ``str_matches``, ``in_range``.
    """

    title: Text = Field(
        description="Header text. Acceptance tests and teams find the column by it."
    )
    owner: Owner = Field(description="The one who may write the column.")
    type: CellType = Field(default="text", description="How each cell is read before any check.")
    nullable: bool = Field(default=True, description="May the cell be blank?")
    unique: bool = Field(default=False, description="Must each value stand in one row only?")
    isin: tuple[Text, ...] | None = Field(
        default=None, description="The allowed values, offered as a dropdown."
    )
    str_length: Length | None = Field(default=None, description="Longest text allowed.")
    str_matches: Text | None = Field(default=None, description="Regular expression to match.")
    in_range: Range | None = Field(default=None, description="Smallest and largest number.")
    code: Annotated[str, Field(pattern=r"^[A-Z]{2}\d{3}$")] = Field(
        default="SY002", description="Flag raised by a value that breaks the column's checks."
    )
    suggest: Text | None = Field(
        default=None,
        description="'Tab.Column' whose values are offered as a dropdown; others stay allowed.",
    )
    offered_by: Text | None = Field(
        default=None,
        description="Column of the same row by whose text the Guide's lists are offered.",
    )
    each: Text | None = Field(
        default=None,
        description="'Tab.Column': one such column for each value there, its title after the colon.",
    )
    spares: int = Field(
        default=0, description="Hidden blank columns kept ready for further values of 'each'."
    )
    job: Annotated[str, Field(pattern=r"^[a-k]$")] | None = Field(
        default=None, description="The AI job (R63 to R67) that fills the column."
    )
    width: Annotated[int, Field(ge=4, le=80)] = Field(
        default=16, description="Column width in characters."
    )
    hidden: bool = Field(default=False, description="Is the column hidden from people?")
    note: str = Field(default="", description="Header note; filled from templates/notes.yaml.")

    @model_validator(mode="after")
    def _consistent(self) -> "ColumnSpec":
        if (self.type == "choice") != (self.isin is not None):
            raise ValueError(f"{self.title}: a choice needs isin, and isin needs type choice")
        if self.in_range is not None and self.type != "number":
            raise ValueError(f"{self.title}: in_range needs type number")
        if self.job is not None and self.owner != "ai":
            raise ValueError(f"{self.title}: only an ai column has a job")
        return self

    @property
    def written_by_sync(self) -> bool:
        """May the sync write this column at all?"""
        return self.owner in ("engine", "ai")


class BlockSpec(_Strict):
    """What a block decides and hands on (R2)."""

    number: Annotated[int, Field(ge=1, le=5)]
    decides: Text = Field(description="The one decision of the block.")
    output: Text = Field(description="The one output of the block.")
    to: Text = Field(description="Who receives it.")


class SettingSpec(_Strict):
    """One row of Settings: its default, how its value is read, what it means."""

    name: Text
    reads: Literal[
        "text",
        "whole",
        "amount",
        "days",
        "steps",
        "zone",
        "hours",
        "stages",
        "weekday",
        "country",
        "business_days",
    ]
    default: str | int | float = ""
    meaning: Text


class TabContract(_Strict):
    """One tab of the workbook."""

    tab: Text = Field(description="The tab's title.")
    order: int = Field(description="Place among the tabs, from 1.")
    rows: Literal["leads", "touches", "list", "map", "settings", "engine", "append", "charts"] = (
        Field(
            description="What one row is: a lead, a touch, a list entry of the team's, a block of the "
            "Map, a setting, a computed line, an appended record, or a line of the charts' numbers."
        )
    )
    optional: bool = Field(default=False, description="May a workbook do without the tab?")
    about: Text = Field(description="What the tab is for, in one sentence.")
    block: BlockSpec | None = None
    key: Text | None = Field(default=None, description="Column that identifies a row.")
    handoff: tuple[Text, ...] = Field(
        default=(),
        description="Columns that make the handoff record received from the block before.",
    )
    columns: tuple[ColumnSpec, ...]
    settings: tuple[SettingSpec, ...] = ()
    defaults: tuple[dict[str, str | int | float | bool], ...] = Field(
        default=(), description="Rows that init writes into a tab that it has just created."
    )

    @model_validator(mode="after")
    def _consistent(self) -> "TabContract":
        titles = [column.title for column in self.columns]
        doubled = {title for title in titles if titles.count(title) > 1}
        if doubled:
            raise ValueError(f"{self.tab}: {sorted(doubled)} stand twice")
        offered = {column.offered_by for column in self.columns}
        named = (
            ({self.key} | offered) - {None}
            | set(self.handoff)
            | {t for row in self.defaults for t in row}
        )
        if not named <= set(titles):
            raise ValueError(f"{self.tab}: no column {sorted(map(str, named - set(titles)))}")
        return self

    @cached_property
    def by_title(self) -> Mapping[str, ColumnSpec]:
        """The columns by title; a family of columns (``each``) stands under its pattern."""
        return {column.title: column for column in self.columns}

    @cached_property
    def by_header(self) -> Mapping[str, ColumnSpec]:
        """The columns by normalised header text, families left out."""
        return {normal_header(c.title): c for c in self.columns if c.each is None}

    @property
    def has_banner(self) -> bool:
        """Does a banner row stand above the header of a tab that we lay out?"""
        return self.block is not None

    def spec(self, title: str) -> ColumnSpec:
        """Find a column by title, also one of a family such as ``Fit: Timing``.

        Raises:
            KeyError: The tab has no such column.
        """
        found = self.by_title.get(title)
        if found is not None:
            return found
        for column in self.columns:
            if column.each is not None and title.startswith(family_prefix(column)):
                return column
        raise KeyError(f"{self.tab} has no column {title!r}")


def family_prefix(column: ColumnSpec) -> str:
    """The fixed beginning of a family's titles: ``Fit: …`` gives ``Fit: ``."""
    return column.title.removesuffix("…")


class Contract(_Strict):
    """All tabs, in order."""

    tabs: tuple[TabContract, ...]

    @cached_property
    def by_title(self) -> Mapping[str, TabContract]:
        """The tabs by title."""
        return {tab.tab: tab for tab in self.tabs}

    @cached_property
    def blocks(self) -> tuple[TabContract, ...]:
        """The five blocks in the order of the chain (R1)."""
        found = [tab for tab in self.tabs if tab.block is not None]
        return tuple(sorted(found, key=lambda tab: tab.block.number if tab.block else 0))

    @cached_property
    def version(self) -> str:
        """A hash that changes with any change of the contract."""
        import hashlib

        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]

    def __getitem__(self, title: str) -> TabContract:
        return self.by_title[title]


def load() -> Contract:
    """Read ``schemas/*.yaml`` and the header notes of ``templates/notes.yaml``.

    A project's own ``schemas/`` folder comes before the shipped one.

    Raises:
        ContractError: A file does not follow the contract's own schema; names it.
    """
    notes: Mapping[str, object] = resources.template_yaml("notes.yaml")
    tabs = []
    for name in resources.schema_names():
        raw = resources.schema_yaml(name)
        texts = notes.get(raw.get("tab", ""), {}) if isinstance(raw, dict) else {}
        try:
            tabs.append(TabContract.model_validate(_with_notes(raw, texts)))
        except ValidationError as error:
            first = error.errors()[0]
            place = " → ".join(str(part) for part in first["loc"]) or "the file"
            raise ContractError(
                f"schemas/{name} is not a valid tab contract: at {place}, {first['msg']}.",
                not_done="Nothing was read or written.",
                next_step="Correct the file; an editor that reads contract.schema.json shows where.",
            ) from None
    return Contract(tabs=tuple(sorted(tabs, key=lambda tab: tab.order)))


def _with_notes(raw: object, texts: object) -> object:
    """Put each column's header note beside it, before validation."""
    if not isinstance(raw, dict) or not isinstance(raw.get("columns"), Sequence):
        return raw
    if not isinstance(texts, Mapping):
        raise ContractError(
            f"templates/notes.yaml does not have the form that is needed at {raw.get('tab')}.",
            not_done="Nothing was read or written.",
            next_step="Write each note as a line “Column: text” below the tab's title.",
        )
    columns = [
        {**column, "note": texts.get(column.get("title", ""), "")}
        if isinstance(column, dict)
        else column
        for column in raw["columns"]
    ]
    return {**raw, "columns": columns}


def default_rows(tab: TabContract) -> tuple[Mapping[str, Scalar], ...]:
    """The rows that ``init`` writes into a new tab, the Settings included."""
    if tab.settings:
        return tuple(
            {"Setting": spec.name, "Value": spec.default, "Meaning": spec.meaning}
            for spec in tab.settings
        )
    return tab.defaults
