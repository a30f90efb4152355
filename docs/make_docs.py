"""Everything in docs/ and schemas/ that follows from the code.

    python docs/make_docs.py    writes schemas/contract.schema.json
    cog -I docs -r docs/*.md    fills in the marked parts of the pages

The pages call the functions below, which return Markdown.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from sheetsync import editor_schema
from sheetsync.cli import main
from sheetsync.contract import ColumnSpec, TabContract, load
from sheetsync.rules.catalogue import BLOCKS, CATALOGUE

ROOT = Path(__file__).parents[1]
WIDTH = 88

WRITER = {
    "person": "you",
    "engine": "sheetsync",
    "ai": "AI, as a suggestion",
    "row": "whoever added the row",
}
ROWS = {
    "leads": "a lead",
    "touches": "a message of a sequence",
    "list": "an entry of your list",
    "map": "a block of the chain",
    "settings": "a setting",
    "engine": "a computed line",
    "append": "a record that stays",
    "charts": "a line of the charts' numbers",
}


def commands() -> str:
    """The `--help` text of the program and of each command, in the program's own order."""
    return "\n\n".join(
        f"## `{name}`\n\n```text\n{text.rstrip()}\n```"
        for name, text in _help(main, "sheetsync", None)
    )


def _help(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[tuple[str, str]]:
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        **command.context_settings,
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None and not found.hidden:
                yield from _help(found, child, context)


def flags() -> str:
    """One table a block: each code, its severity, what it means, what to do."""
    parts = []
    for letters, block in BLOCKS.items():
        codes = [code for code in CATALOGUE.values() if code.code.startswith(letters)]
        if codes:
            parts.append(f"## {letters}: {block}\n")
            parts.append(
                _table(
                    ("Code", "Severity", "What it means", "What to do"),
                    ((c.code, c.severity, c.meaning, c.fix) for c in codes),
                )
            )
    return "\n".join(parts)


def tabs() -> str:
    """One table a tab: its columns, who writes them, what they hold."""
    parts = []
    for tab in load().tabs:
        parts.append(f"## {tab.tab}\n\n{tab.about} One row is {ROWS[tab.rows]}.\n")
        parts.append(
            _table(
                ("Column", "Written by", "Holds", "Meaning"),
                (
                    (_title(column), WRITER[column.owner], _holds(tab, column), column.note)
                    for column in tab.columns
                    if not column.hidden
                ),
            )
        )
        if tab.settings:
            parts.append(
                _table(
                    ("Setting", "Default", "Meaning"),
                    ((s.name, str(s.default), s.meaning) for s in tab.settings),
                )
            )
    return "\n".join(parts)


def _title(column: ColumnSpec) -> str:
    return f"{column.title} (one for each {column.each})" if column.each else column.title


def _holds(tab: TabContract, column: ColumnSpec) -> str:
    """What a cell may hold, in words."""
    said = ["one of: " + ", ".join(column.isin) if column.isin else column.type]
    if column.in_range:
        said.append(f"{column.in_range.min_value:,.0f} to {column.in_range.max_value:,.0f}")
    if column.str_length:
        said.append(f"at most {column.str_length.max_value:,} characters")
    if column.suggest:
        said.append(f"offered: {column.suggest}")
    if column.unique:
        said.append("each once")
    if not column.nullable:
        said.append("never blank")
    if column.title == tab.key:
        said.append("identifies the row")
    return "; ".join(said)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    cells = ((text.replace("|", "\\|").replace("\n", " ") for text in line) for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


if __name__ == "__main__":
    (ROOT / "schemas" / editor_schema.NAME).write_text(editor_schema.as_text(), encoding="utf-8")
