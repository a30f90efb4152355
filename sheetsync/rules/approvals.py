"""The approvals that a pursue needs from people: segment, missing evidence, account.

A name stands for what it was given for. It is kept with that, and it is asked for
again when there is more to sign than there was.
"""

from typing import Any

from sheetsync import state
from sheetsync.ai.jobs import NONE_FOUND
from sheetsync.context import Context
from sheetsync.rules.lists import Segments
from sheetsync.rules.row import Row


def require_segment(row: Row, segments: Segments) -> None:
    """A new segment needs a name in Segments (R69)."""
    if row.lead.segment:
        trouble = segments.trouble(row.lead.segment)
        if trouble:
            row.flag("QL007", trouble, "Segment")


def require_acceptance(row: Row, risks: str) -> None:
    """Missing evidence needs a name, given for what was missing then (R70, R74)."""
    if not risks:
        message = "Risk or missing evidence is blank; list it or write “none found”."
        row.flag("QL005", message, "Risk or missing evidence")
        return
    if risks.strip(" .").casefold() == NONE_FOUND:
        return
    lines = [line.strip() for line in risks.split("\n") if line.strip()]
    missing = [line for line in lines if not line.casefold().startswith("risk:")]
    by = row.cell("Missing evidence accepted by")
    who, what = state.digest([by])[:8], state.digest(missing)[:8]
    kept = row.own.get("accepted")
    if by and missing and not (isinstance(kept, list) and kept[0] == who):
        row.keep("accepted", kept := [who, what])
    # A name stands for what was missing when it was given, not for what came later (R74).
    if missing and not (by and isinstance(kept, list) and kept[1] == what):
        first = missing[0] if len(missing[0]) <= 80 else missing[0][:79] + "…"
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        message = f"Evidence is missing and nobody has signed for it: “{first}”{more}."
        row.flag("QL008", message, "Missing evidence accepted by")


def require_account(row: Row, context: Context, approver: str) -> None:
    """A sensitive or high-value account needs a name, given for no less than it is now (R74).

    Args:
        row: The row of Qualification.
        context: Says from which value an account is a high one.
        approver: Who approved the outreach in the weekly review, ``""`` for nobody.
    """
    value, limit = row.lead.value or 0.0, context.project.high_value_from
    by = row.cell("Account approved by") or approver
    who = state.digest([by])[:8]
    kept: Any = row.own.get("account")
    if not by:
        row.keep("account", None)
    elif not (isinstance(kept, list) and len(kept) == 3 and kept[0] == who):
        row.keep("account", kept := [who, value, row.lead.sensitive])
    reasons = ["is marked sensitive"] if row.lead.sensitive else []
    if value >= limit:
        reasons.append(f"is worth {value:,.0f} (high value from {limit:,.0f})")
    if not reasons:
        return
    if not by:
        message = f"The account {' and '.join(reasons)}, and nobody has approved it."
        row.flag("QL009", message, "Account approved by")
    elif (limit <= value > kept[1]) or (row.lead.sensitive and not kept[2]):
        message = (
            f"The account {' and '.join(reasons)}, and was worth less or not sensitive when "
            f"{by} approved it; approve it again, for example by adding the date."
        )
        row.flag("QL009", message, "Account approved by")
