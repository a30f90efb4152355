"""What is wrong with a book or its set-up, and the one thing to do next. Nothing is written.

The checks go from the machine to the file to what stands in it, and stop where the
rest cannot be seen. The first problem in that order is the one to solve next.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sheetsync import doctor_book, doctor_file, doctor_setup, doctor_sheet
from sheetsync.ai.jobs import Model
from sheetsync.books.xlsx import XlsxBook
from sheetsync.clock import Clock
from sheetsync.contract import Contract
from sheetsync.doctor_check import Check
from sheetsync.errors import SheetsyncError

WELL = "All is well: nothing needs to be done."

Named = Path | str | SheetsyncError
"""A path, the id of a Google Sheet, or why there is neither."""


def examine(
    book: Named,
    *,
    configured: Named | None,
    clock: Clock,
    model: Model | None,
    environment: Mapping[str, str],
) -> list[Check]:
    """Go through everything that a sync needs.

    Args:
        book: The workbook that is meant; ``configured`` itself where no other is named.
        configured: What ``sheetsync.toml`` names; ``None`` if there is no such file.
        clock: The moment of the run.
        model: Who answers AI jobs; ``None`` for nobody.
        environment: The environment, for what configures a model; no value of it but
            the model's name and host is ever shown.
    """
    configuration = doctor_setup.configuration(configured)
    by_name = book is not configured  # then the file that names another one can wait
    checks = [*doctor_setup.python(), *([] if by_name else [configuration])]
    contract = doctor_setup.loaded()
    checks.append(doctor_setup.own_files(Path.cwd(), contract))
    checks.append(doctor_setup.model(Path.cwd(), environment, model))
    if isinstance(book, Path):
        opened = doctor_file.opened(book)
        checks += [opened, *(doctor_file.surroundings(book, clock) if opened.ok else ())]
        if opened.ok and isinstance(contract, Contract):
            checks += doctor_book.contents(XlsxBook(book), contract, clock, model)
    elif isinstance(book, str):
        found, sheet = doctor_sheet.opened(book, environment)
        checks += found
        if sheet is not None and isinstance(contract, Contract):
            checks += doctor_sheet.surroundings(sheet, contract)
            checks += doctor_book.contents(sheet, contract, clock, model)
    elif by_name:
        checks.append(Check("Book", book.what, book.next_step))
    return [*checks, configuration] if by_name else checks


def next_step(checks: list[Check]) -> str:
    """The one thing to do next; ``""`` when all is well."""
    return next((check.next_step for check in checks if not check.ok), "")


def as_text(checks: list[Check], *, verbose: bool = False) -> list[str]:
    """The next step, then every check on a line of its own.

    Args:
        checks: What was looked at.
        verbose: Say what to do about every problem, not the first alone.
    """
    step = next_step(checks)
    lines = [f"Next: {step}" if step else WELL, ""]
    for check in checks:
        lines.append(f"{'ok' if check.ok else 'problem':<9}{check.name}: {check.sentence}")
        if verbose and not check.ok:
            lines.append(f"{'':<9}→ {check.next_step}")
    return lines


def as_json(checks: list[Check]) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "ok": all(check.ok for check in checks),
        "next_step": next_step(checks) or None,
        "checks": [
            {
                "check": check.name,
                "ok": check.ok,
                "sentence": check.sentence,
                "next_step": check.next_step or None,
            }
            for check in checks
        ],
    }
