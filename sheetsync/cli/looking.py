"""The commands that look over a book and write nothing to it: check and plan.

What a look found is remembered. While neither the book nor what depends on the time
has changed, check and sync give it again instead of working it out once more.
"""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from sheetsync.cli.files import book_argument, named_book, save_plan
from sheetsync.cli.options import Run, run_options
from sheetsync.cli.output import print_json, print_lines, progress
from sheetsync.errors import Exit

if TYPE_CHECKING:
    from sheetsync.book import Book, Source
    from sheetsync.contract import Contract
    from sheetsync.review.week import Asked
    from sheetsync.sync import Outcome


@click.command()
@book_argument
@click.option("--strict", is_flag=True, help="Exit with 5 if an error is found.")
@run_options
def check(book: str | None, *, strict: bool, run: Run) -> None:
    """Validate and flag; write nothing."""
    from sheetsync import report
    from sheetsync.contract import load

    body, _ = looked(named_book(book), run, load(), accept=True)
    if run.form == "json":
        print_json({"findings": body["findings"]})
    else:
        print_lines(report.findings_text(body["findings"], verbose=run.verbose))
    if strict and any(finding["severity"] == "error" for finding in body["findings"]):
        sys.exit(Exit.STRICT)


@click.command()
@book_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save the plan as a file.")
@click.option("--accept", is_flag=True, help="Go on although most leads are gone.")
@run_options
def plan(book: str | None, *, output: Path | None, accept: bool, run: Run) -> None:
    """Say what sync would do and cost; write nothing to the book."""
    from sheetsync import report, report_json
    from sheetsync.contract import load
    from sheetsync.plan import to_json

    outcome = look_over(named_book(book), run, load(), accept=accept)
    changes = report_json.changes_json(outcome.plan)
    if output is not None:
        save_plan(output, to_json(outcome.plan))
    if run.form == "json":
        print_json(
            {
                "findings": report_json.findings_json(outcome.findings),
                "changes": changes,
                "ai": report_json.ai_json(outcome.ai),
            }
        )
        return
    asks = bool(outcome.ai.calls)
    print_lines(report.plan_text(changes, verbose=run.verbose, asks=asks))
    print_lines(report.ai_text(outcome.answers, outcome.ai, run.model))


def looked(
    book: "Book", run: Run, contract: "Contract", *, accept: bool
) -> "tuple[dict[str, Any], Outcome | None]":
    """What a look over the book says: from memory if nothing has changed since.

    Returns:
        The findings and the tally as JSON values; and the outcome itself unless
        it came from memory, in which case there is nothing to write.
    """
    from sheetsync import report_json, seen
    from sheetsync.ai.paid import waits_for_batch

    content = book.fetch()
    digest = content.digest
    name = seen.key([digest, run.model.name if run.model is not None else ""])
    known = seen.load(name)
    if known is not None:
        now = run.clock.at(ZoneInfo(known["zone"]))
        if _moment(now, known["hours"]) == known["moment"]:
            return known, None
    outcome = look_over(content, run, contract, accept=accept)
    hours = [edge.isoformat() for edge in outcome.hours]
    body = {
        "findings": report_json.findings_json(outcome.findings),
        "lost": {title: [t.stopped, t.active, t.errors] for title, t in outcome.lost.items()},
        "off": list(outcome.off),
        "did": dict(outcome.did),
        "run": outcome.plan.run,
        "zone": outcome.zone.key,
        "hours": hours,
        "moment": _moment(outcome.now, hours),
    }
    settled = outcome.plan.is_empty and not outcome.unasked and not waits_for_batch(run.model)
    if settled and outcome.snapshot.reading.digest == digest:
        seen.store(name, body)
    return body, outcome


def look_over(
    book: "Source", run: Run, contract: "Contract", *, accept: bool, asked: "Asked" = ""
) -> "Outcome":
    """Do all that a sync does up to the write, with a progress bar."""
    from sheetsync import seen
    from sheetsync.check import Tested
    from sheetsync.sync import look

    name = seen.key([])
    before = (seen.load(name, shelf=seen.TABS) or {}).get("tested", {})
    known = [Tested(mark, tuple(map(tuple, broken))) for mark, broken in before.items()]
    with progress("Reading and checking") as step:
        outcome = look(
            book,
            contract,
            run.clock,
            run.model,
            accept=accept,
            asked=asked,
            known=known,
            watch=step,
        )
    new = {tested.mark: tested.broken for tested in outcome.tested if tested.mark not in before}
    if new:
        kept = dict(list({**before, **new}.items())[-_TABS_KEPT:])
        seen.store(name, {"tested": kept}, shelf=seen.TABS)
    return outcome


_TABS_KEPT = 200
"""Tabs whose check is remembered, for all books on this machine."""


def _moment(now: datetime, hours: Sequence[str]) -> str:
    """All of the time that a result depends on: the date, and whether messages may go out."""
    first, last = hours
    return f"{now.date()} {first <= now.time().replace(tzinfo=None).isoformat() <= last}"
