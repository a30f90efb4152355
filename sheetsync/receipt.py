"""What a run has written, as a value."""

from dataclasses import dataclass

from sheetsync.errors import SheetsyncError
from sheetsync.plan import Plan


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a run wrote.

    Attributes:
        run: Name of the run.
        cells_written: Cells changed in rows that were there, column headers included.
        rows_appended: New rows.
        dropped: Changes that were given up because the row changed meanwhile.
        digest: The book's digest afterwards; ``""`` if nothing was written.
        repaired: Cells that people moved in the moment of the write, put right at once.
        stopped: What stopped the run after its first write; ``None`` if nothing did.
        plan: What was written, with each row where it then was; ``None`` if nothing.
    """

    run: str
    cells_written: int = 0
    rows_appended: int = 0
    dropped: int = 0
    digest: str = ""
    repaired: int = 0
    plan: Plan | None = None
    stopped: SheetsyncError | None = None
