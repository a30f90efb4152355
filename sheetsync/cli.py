"""The command line: the only module that prints, exits and reads the environment.

Results go to stdout, progress and problems to stderr. Everything heavy is imported
inside the commands, so that ``sheetsync --help`` answers at once.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO
from zoneinfo import ZoneInfo

import click

from sheetsync import __version__
from sheetsync.errors import Exit, SheetsyncError, UsageError

if TYPE_CHECKING:
    from sheetsync.ai.jobs import Model
    from sheetsync.books.xlsx import XlsxBook
    from sheetsync.clock import Clock
    from sheetsync.lists import ForeignList
    from sheetsync.matching import Match
    from sheetsync.sync import Outcome

CONFIG = "sheetsync.toml"

_NO_JOURNAL = "This machine cannot keep an undo journal; the backup beside the file is there."

_FIRST_YEAR, _LAST_YEAR = 1990, 2199
"""Dates that the sync writes must be such as it reads (see ``check``)."""


class _Group(click.Group):
    """The one handler: an error becomes its sentences on stderr and its exit code."""

    def main(self, *args: Any, **more: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            # A pipe on Windows takes code page 1252, which has no arrow.
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SheetsyncError as error:
            click.echo(f"Error: {error.what}\n{error.not_done}\n{error.next_step}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sheetsync", message="%(prog)s %(version)s")
def main() -> None:
    """The sales system that lives in your team's own spreadsheet.

    Research → Qualification → Outreach → Follow-up → CRM, one tab a block. The
    program checks, drafts, hands on and flags; people decide and send.

    New here? Run “sheetsync demo”, then “sheetsync init BOOK.xlsx”.
    """


@dataclass(frozen=True, slots=True)
class Run:
    """What every command over a book can be told.

    Attributes:
        clock: The moment of the run.
        model: Who answers AI jobs; ``None`` with ``--no-ai``.
        form: ``text`` or ``json``.
        verbose: List everything.
    """

    clock: "Clock"
    model: "Model | None"
    form: str
    verbose: bool


_form = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How results are printed.",
)


def _run_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that every command over a book has, and hand them over as one ``run``."""

    @click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="Act as if it were noon of this date in the team's zone.",
    )
    @click.option(
        "--now",
        type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]),
        metavar="DATETIME",
        help="Act as if it were this moment in the team's zone.",
    )
    @click.option("--no-ai", is_flag=True, help="Fill no AI columns; everything else runs.")
    @_form
    @click.option("--verbose", is_flag=True, help="List every finding and every change.")
    @wraps(command)
    def inner(
        *,
        today: datetime | None,
        now: datetime | None,
        no_ai: bool,
        form: str,
        verbose: bool,
        **rest: Any,
    ) -> None:
        from sheetsync.ai.offline import OfflineDrafter
        from sheetsync.clock import Clock

        if today is not None and now is not None:
            raise UsageError(
                "--today and --now exclude each other.",
                not_done="Nothing was done.",
                next_step="Give one of them.",
            )
        moment = today or now
        if moment is not None and not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
            raise UsageError(
                f"{moment.date()} is no day that a sales team can plan for.",
                not_done="Nothing was done.",
                next_step=f"Give a date from {_FIRST_YEAR} to {_LAST_YEAR}.",
            )
        clock = Clock.system(today=today.date() if today else None, now=now)
        model = None if no_ai else OfflineDrafter()
        command(run=Run(clock, model, form, verbose), **rest)

    return inner


_book = click.argument("book", required=False)


@main.command()
@click.argument("folder", required=False, default="sheetsync-demo", type=click.Path(path_type=Path))
@_run_options
def demo(folder: Path, run: Run) -> None:
    """Make a realistic workbook, sync it offline, and say where it is.

    The second run changes nothing.
    """
    from sheetsync import demo as demonstration
    from sheetsync.contract import load

    contract = load()
    path, made = demonstration.make(folder, contract, run.clock)
    if run.form == "text":
        click.echo(f"{'Made' if made else 'Already there'}: {path}")
    _sync(path, run, accept=False)
    if run.form == "text":
        click.echo(f"\nOpen {path} and begin with the tab To do.")


@main.command()
@click.argument("book")
@_form
def init(book: str, form: str) -> None:
    """Lay out the tabs in BOOK; whatever is there stays as it is."""
    from sheetsync.contract import load
    from sheetsync.init import init_book

    path = _path(book)
    report = init_book(path, load())
    if form == "json":
        _print_json(
            {
                "book": str(path),
                "created": report.created,
                "tabs_added": list(report.tabs_added),
                "columns_added": [list(pair) for pair in report.columns_added],
                "kept": list(report.kept),
            }
        )
        return
    if report.created:
        click.echo(f"Made {path} with {len(report.tabs_added)} tabs.")
    elif report.tabs_added or report.columns_added:
        if report.tabs_added:
            click.echo(f"Added to {path}: {', '.join(report.tabs_added)}.")
        for tab, column in report.columns_added:
            click.echo(f"Added the column “{column}” to {tab}.")
    else:
        click.echo(f"{path} is complete; nothing was changed.")
    click.echo("Next: fill in the Map in the tab Start here, for each block its owner, output,")
    click.echo(
        "missing rule (“none” when none is missing) and stop rule. Then bring in your leads:"
    )
    click.echo(f"  sheetsync import LIST.csv {book}\n  sheetsync sync {book}")


@main.command(name="import")
@click.argument("source", metavar="LIST")
@_book
@click.option("--yes", is_flag=True, help="Take the match as it is, without asking.")
@click.option(
    "--map",
    "given",
    multiple=True,
    metavar='"HEADER=COLUMN"',
    help="Say where a header goes; “HEADER=-” keeps it in Source notes. May be given often.",
)
@_run_options
def import_(source: str, book: str | None, *, yes: bool, given: tuple[str, ...], run: Run) -> None:
    """Bring LIST (csv or xlsx) into the tab Research of BOOK.

    Shows which header goes where and asks first. Nothing of the list is lost:
    columns that match nothing are kept as lines in Source notes. The same list
    twice adds nothing.
    """
    from sheetsync import report, resources
    from sheetsync.contract import load
    from sheetsync.importing import import_list, target_columns
    from sheetsync.journal import Entry, record
    from sheetsync.lists import read_list
    from sheetsync.matching import match_headers, read_meanings

    contract, target = load(), _xlsx(book)
    found = read_list(_reachable(source))
    matches = match_headers(
        found.headers,
        found.rows,
        target_columns(contract),
        meanings=read_meanings(resources.template_yaml("import-headers.yaml")),
        given=_given(given),
    )
    _show_matches(found, matches, err=run.form == "json")
    if not yes:
        _confirm(f"Import {len(found.rows):,} rows into {target.name}?")
    done = import_list(target, contract, found, matches, run.clock)
    if done.added and not record(target.path, Entry(done.plan, done.digest)):
        click.echo(_NO_JOURNAL, err=True)
    if run.form == "json":
        _print_json(
            {
                "list": found.name,
                "matches": [_match_json(match) for match in matches],
                "rows": len(found.rows),
                "added": len(done.added),
                "already_there": done.already,
                "not_imported": list(done.too_long),
            }
        )
        return
    added = report.counted(len(done.added), "lead")
    click.echo(f"{added} added, {done.already:,} already there.")
    for row in done.too_long:
        click.echo(f"Row {row} was not imported: a text is longer than a cell can hold.", err=True)
    if run.verbose:
        click.echo(f"New ids: {', '.join(done.added)}")
    if done.added:
        click.echo(f"Next: sheetsync sync {target.name}")


@main.command()
@_book
@click.option("--strict", is_flag=True, help="Exit with 5 if an error is found.")
@_run_options
def check(book: str | None, *, strict: bool, run: Run) -> None:
    """Validate and flag; write nothing."""
    from sheetsync import report

    body, _ = _looked(_xlsx(book), run, accept=True)
    if run.form == "json":
        _print_json({"findings": body["findings"]})
    else:
        _print(report.findings_text(body["findings"], verbose=run.verbose))
    if strict and any(finding["severity"] == "error" for finding in body["findings"]):
        sys.exit(Exit.STRICT)


@main.command()
@_book
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save the plan as a file.")
@click.option("--accept", is_flag=True, help="Go on although most leads are gone.")
@_run_options
def plan(book: str | None, *, output: Path | None, accept: bool, run: Run) -> None:
    """Say what sync would do and cost; write nothing to the book."""
    from sheetsync import report
    from sheetsync.plan import to_json

    outcome = _look(_xlsx(book), run, accept=accept)
    changes = report.changes_json(outcome.plan)
    if output is not None:
        _save(output, to_json(outcome.plan))
    if run.form == "json":
        _print_json(
            {
                "findings": report.findings_json(outcome.findings),
                "changes": changes,
                "ai": report.ai_json(outcome.cost_usd),
            }
        )
        return
    _print(report.plan_text(changes, verbose=run.verbose))
    if outcome.answers:
        click.echo(f"AI cells: {outcome.answers:,} answers by the offline drafter, USD 0.00.")


@main.command()
@_book
@click.option("--accept", is_flag=True, help="Go on although most leads are gone.")
@click.option(
    "--plan",
    "saved",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Apply a plan saved by “plan -o”, if the book has not changed since.",
)
@_run_options
def sync(book: str | None, *, accept: bool, saved: Path | None, run: Run) -> None:
    """Check, fill, hand on, flag, and write it back."""
    path = _xlsx(book).path
    if saved is not None:
        _apply_saved(path, saved, form=run.form)
    else:
        _sync(path, run, accept=accept)


@main.command()
@click.argument("code", required=False)
@_form
def rule(code: str | None, form: str) -> None:
    """Explain a flag CODE, or list them all."""
    from dataclasses import asdict

    from sheetsync import report
    from sheetsync.rules.catalogue import CATALOGUE

    if code is None:
        if form == "json":
            _print_json([asdict(entry) for entry in CATALOGUE.values()])
        else:
            _print([f"{e.code}  {e.severity:<7}  {e.meaning}" for e in CATALOGUE.values()])
        return
    entry = CATALOGUE.get(code.strip("[]").upper())
    if entry is None:
        raise UsageError(
            f"There is no flag code “{code}”.",
            not_done="Nothing was explained.",
            next_step="Run “sheetsync rule” for the list.",
        )
    if form == "json":
        _print_json(asdict(entry))
    else:
        _print(report.code_text(entry))


@main.command()
@click.argument("names", nargs=-1, metavar="[LEAD] [BOOK]")
@_form
def log(names: tuple[str, ...], form: str) -> None:
    """Show what happened, of the whole book or of one LEAD (such as L-0001)."""
    from sheetsync import history
    from sheetsync.contract import load

    leads = [name for name in names if history.is_lead(name)]
    books = [name for name in names if not history.is_lead(name)]
    if len(leads) > 1 or len(books) > 1:
        raise UsageError(
            "log takes one lead and one book.",
            not_done="Nothing was shown.",
            next_step="Give a Lead ID such as L-0001, and the path of the book.",
        )
    book = _xlsx(books[0] if books else None)
    lead = leads[0].upper() if leads else ""
    if form == "json":
        _print_json([line.as_json() for line in history.read(book, load(), lead)])
    elif lead:
        _print(history.page(book, load(), lead))
    else:
        _print([line.as_text() for line in history.read(book, load(), "")])


@main.command()
@click.argument("source", type=click.File(encoding="utf-8", errors="replace"), default="-")
def verify(source: TextIO) -> None:
    """Check drafts against evidence: JSON lines in (a file, or stdin), one verdict a line out.

    A line is {"cells": {column: text}, "text": draft, "claims": optional
    [{"text", "quote", "column"}]}; the answer is {"verdict": "ok", "held" or
    "check", "reasons": [sentences], "claims": [{"text", "quote", "column", "ok"}]}.
    """
    from sheetsync.evidence.verify import verify_lines

    for line in verify_lines(source):
        click.echo(line)


@main.command()
@_book
def undo(book: str | None) -> None:
    """Take back what the last sync or import changed in BOOK."""
    from sheetsync.clock import Clock
    from sheetsync.contract import load
    from sheetsync.undo import undo as take_back

    target = _xlsx(book)
    done = take_back(target, load(), Clock.system())
    if done.whole:
        click.echo(f"{target.name} is as it was before the run {done.run}.")
        return
    click.echo(f"Taken back: {done.cells:,} cells and {done.rows:,} added rows of {done.run}.")
    if done.kept:
        click.echo(f"{done.kept:,} changes were left: someone has worked there since.")
    click.echo("To do and Log are brought up to date by the next sync.")


def _path(book: str | None) -> Path:
    """The workbook that is meant: as given, or the one that ``sheetsync.toml`` names."""
    if book is None:
        book = _configured()
    if "://" in book or book.startswith("docs.google.com"):
        raise UsageError(
            "Google Sheets cannot be opened by this version yet.",
            not_done="Nothing was done.",
            next_step="Use a workbook file (.xlsx); File → Download in Google Sheets makes one.",
        )
    return _reachable(book)


def _reachable(name: str) -> Path:
    """A path that can at least be asked for."""
    try:
        path = Path(name).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(
            f"“{name}” cannot be used as a path ({getattr(error, 'strerror', None) or error}).",
            not_done="Nothing was done.",
            next_step="Check the name, and that you may open the folder.",
        ) from None
    return path


def _configured() -> str:
    import tomllib

    trouble = f"No book is named, and there is no {CONFIG} in this folder that names one."
    try:
        with Path(CONFIG).open("rb") as file:
            book = tomllib.load(file).get("book")
    except FileNotFoundError:
        book = None
    except (OSError, ValueError) as error:
        book, trouble = None, f"{CONFIG} cannot be read: {error}."
    if not isinstance(book, str) or not book:
        raise UsageError(
            trouble,
            not_done="Nothing was done.",
            next_step=f'Name the workbook (sheetsync sync BOOK.xlsx), or write book = "BOOK.xlsx" into {CONFIG}.',
        )
    return book


def _save(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"The plan cannot be saved as {file}: {error.strerror or error}.",
            not_done="Nothing was written.",
            next_step="Name another file after -o, in a folder that you may write to.",
        ) from None


def _xlsx(book: str | None) -> "XlsxBook":
    from sheetsync.books.xlsx import XlsxBook

    return XlsxBook(_path(book))


def _look(book: "XlsxBook", run: Run, *, accept: bool) -> "Outcome":
    from sheetsync.contract import load
    from sheetsync.sync import look

    with _progress("Reading and checking") as step:
        return look(book, load(), run.clock, run.model, accept=accept, watch=step)


def _looked(book: "XlsxBook", run: Run, *, accept: bool) -> "tuple[dict[str, Any], Outcome | None]":
    """What a look over the book says: from memory if nothing has changed since.

    Returns:
        The findings and the tally as JSON values; and the outcome itself unless
        it came from memory, in which case there is nothing to write.
    """
    from sheetsync import report, seen

    digest = book.digest()
    name = seen.key([digest, run.model.name if run.model is not None else ""])
    known = seen.load(name)
    if known is not None:
        now = run.clock.at(ZoneInfo(known["zone"]))
        if _moment(now, known["hours"]) == known["moment"]:
            return known, None
    outcome = _look(book, run, accept=accept)
    hours = [edge.isoformat() for edge in outcome.hours]
    body = {
        "findings": report.findings_json(outcome.findings),
        "lost": {title: [t.stopped, t.active, t.errors] for title, t in outcome.lost.items()},
        "off": list(outcome.off),
        "did": dict(outcome.did),
        "run": outcome.plan.run,
        "zone": outcome.zone.key,
        "hours": hours,
        "moment": _moment(outcome.now, hours),
    }
    if outcome.plan.is_empty and outcome.snapshot.reading.digest == digest:
        seen.store(name, body)
    return body, outcome


def _moment(now: datetime, hours: Sequence[str]) -> str:
    """All of the time that a result depends on: the date, and whether messages may go out."""
    first, last = hours
    return f"{now.date()} {first <= now.time().replace(tzinfo=None).isoformat() <= last}"


def _sync(path: Path, run: Run, *, accept: bool) -> None:
    """Run a sync and print what came of it."""
    from sheetsync import report
    from sheetsync.apply import Receipt, apply
    from sheetsync.books.xlsx import XlsxBook
    from sheetsync.contract import load
    from sheetsync.journal import Entry, record
    from sheetsync.rules.map import Lost

    started = time.monotonic()
    book = XlsxBook(path)
    body, outcome = _looked(book, run, accept=accept)
    receipt = Receipt(body["run"], 0, 0, 0, "")
    if outcome is not None and not outcome.plan.is_empty:
        receipt = apply(outcome.plan, outcome.snapshot, book, load())
        if not record(book.path, Entry(outcome.plan, receipt.digest)):
            click.echo(_NO_JOURNAL, err=True)
    seconds = time.monotonic() - started
    if run.form == "json":
        cost = outcome.cost_usd if outcome is not None else 0.0
        _print_json(
            {
                "findings": body["findings"],
                "changes": report.changes_json(outcome.plan) if outcome is not None else [],
                "ai": report.ai_json(cost),
                "receipt": report.receipt_json(receipt, cost, seconds),
            }
        )
        return
    if run.verbose:
        _print(report.findings_text(body["findings"], verbose=True))
        click.echo()
    cells, rows = receipt.cells_written, receipt.rows_appended
    if cells or rows:
        written = f"{report.counted(cells, 'cell')} written, {report.counted(rows, 'row')} added"
        click.echo(f"{book.name}: {written}.")
        _print(report.did_text(body["did"]))
    else:
        click.echo(f"{book.name}: 0 changes; the file was not touched.")
    lost = {title: Lost(*numbers) for title, numbers in body["lost"].items()}
    _print(report.summary_text(body["findings"], lost, body["off"]))


def _apply_saved(path: Path, saved: Path, *, form: str) -> None:
    from sheetsync import report
    from sheetsync.apply import apply
    from sheetsync.books.xlsx import XlsxBook
    from sheetsync.contract import load
    from sheetsync.journal import Entry, record
    from sheetsync.plan import from_json
    from sheetsync.snapshot import take

    started = time.monotonic()
    contract, book = load(), XlsxBook(path)
    planned = from_json(saved.read_text(encoding="utf-8", errors="replace"))
    receipt = apply(planned, take(book.read(), contract), book, contract)
    if receipt.digest and not record(book.path, Entry(planned, receipt.digest)):
        click.echo(_NO_JOURNAL, err=True)
    if form == "json":
        seconds = time.monotonic() - started
        _print_json(
            {
                "findings": [],
                "changes": report.changes_json(planned),
                "ai": report.ai_json(0.0),
                "receipt": report.receipt_json(receipt, 0.0, seconds),
            }
        )
    else:
        cells, rows = receipt.cells_written, receipt.rows_appended
        written = f"{report.counted(cells, 'cell')} written, {report.counted(rows, 'row')} added"
        click.echo(f"{book.name}: {written}." if cells or rows else f"{book.name}: 0 changes.")


def _given(pairs: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        header, sign, column = pair.rpartition("=")
        if not sign:
            raise UsageError(
                f"--map “{pair}” has no equals sign.",
                not_done="Nothing was imported.",
                next_step='Write it as --map "Their header=Source notes".',
            )
        found[header.strip()] = column.strip()
    return found


def _show_matches(found: "ForeignList", matches: "Sequence[Match]", *, err: bool) -> None:
    """Show which header goes where, and what was passed over while reading the list."""
    from sheetsync import report

    how = {
        "same": "same name",
        "means": "means the same",
        "similar": "looks similar",
        "values": "by its values",
        "given": "as you said",
    }
    click.echo(f"{found.name}: {len(found.rows):,} rows", err=err, nl=False)
    click.echo(f", read as {found.encoding}." if found.encoding else ".", err=err)
    if found.header_row is None:
        click.echo("  The list has no header row; its columns were numbered.", err=err)
    if found.skipped.blank:
        click.echo(f"  {report.counted(found.skipped.blank, 'blank row')} passed over.", err=err)
    for title in found.skipped.above:
        click.echo(f"  Line above the header passed over: {title}", err=err)
    for sheet in found.skipped.sheets:
        click.echo(f"  Sheet passed over: {sheet}", err=err)
    for match in matches:
        if match.column:
            click.echo(f"  {match.header} → {match.column} ({how[match.how]})", err=err)
    kept = [match.header for match in matches if not match.column]
    if kept:
        click.echo(f"  Kept as lines in Source notes: {', '.join(kept)}", err=err)


def _confirm(question: str) -> None:
    if not sys.stdin.isatty():
        raise UsageError(
            "The match needs your consent, and there is no terminal to ask in.",
            not_done="Nothing was imported.",
            next_step="Run the command again with --yes, or with --map to change the match.",
        )
    if not click.confirm(question, default=True, err=True):
        raise UsageError(
            "You said no.",
            not_done="Nothing was imported.",
            next_step='Change the match with --map "HEADER=COLUMN" and run it again.',
        )


def _match_json(match: "Match") -> Mapping[str, Any]:
    return {"header": match.header, "column": match.column, "how": match.how}


class _progress:  # noqa: N801 - used as a function
    """A progress bar on stderr, shown to people only."""

    def __init__(self, label: str) -> None:
        self._bar = click.progressbar(
            length=_STEPS, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
        )

    def __enter__(self) -> Callable[[str], None]:
        self._bar.__enter__()

        def step(label: str) -> None:
            self._bar.label = label.ljust(24)
            self._bar.update(1)

        return step

    def __exit__(self, *_: object) -> None:
        self._bar.finish()
        self._bar.__exit__(None, None, None)


_STEPS = 4


def _print(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_json(body: object) -> None:
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    click.echo(json.dumps(body, ensure_ascii=not unicode, indent=1, default=str))
