"""How commands answer: lines, JSON, and a progress bar for people.

What the lines say is written in ``sheetsync.report`` and in the commands.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import click

NO_JOURNAL = (
    "This machine cannot keep an undo journal. What was there before is in the backup beside the "
    "file, or in a Google Sheet’s version history."
)
"""Said on stderr after a change that ``undo`` will not be able to take back."""

_STEPS = 4
"""How often ``sheetsync.sync.look`` tells how far it is."""


def print_lines(lines: Sequence[str]) -> None:
    """Print text, a line at a time; no lines print nothing."""
    for line in lines:
        click.echo(line)


def print_json(body: Mapping[str, object] | Sequence[object]) -> None:
    """Print JSON, each item of a long list on a line of its own: indenting all of it is slow."""
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    encode = json.JSONEncoder(ensure_ascii=not unicode, default=str).encode

    def lines(value: object) -> str:
        if not isinstance(value, list) or not value:
            return encode(value)
        return "[\n  " + ",\n  ".join(map(encode, value)) + "\n]"

    if not isinstance(body, Mapping):
        click.echo(lines(body))
        return
    parts = (f" {encode(name)}: {lines(value)}" for name, value in body.items())
    click.echo("{\n" + ",\n".join(parts) + "\n}")


@contextmanager
def progress(label: str) -> Iterator[Callable[[str], None]]:
    """A progress bar on stderr, shown to people only; yields what to call at each step."""
    with click.progressbar(
        length=_STEPS, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:

        def step(label: str) -> None:
            bar.label = label.ljust(24)
            bar.update(1)

        try:
            yield step
        finally:
            bar.finish()
