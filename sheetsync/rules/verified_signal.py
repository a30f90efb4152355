"""Is a lead's signal verified: found word for word in its evidence, or vouched for (R34)?"""

from sheetsync import state
from sheetsync.desk import Desk
from sheetsync.lead import Lead
from sheetsync.work import Work


def verified_signal(work: Work, index: int, lead: Lead, desk: Desk) -> tuple[str, bool]:
    """The lead's signal, and whether it is verified: found word for word, or vouched for (R34)."""
    if not lead.signal:
        return "", False
    from sheetsync.evidence.quotes import find_quote

    stored = desk.evidence[lead.lead_id]
    found = any(
        lead.signal in text or find_quote(text, lead.signal) is not None
        for column, text in stored.items()
        if column not in ("Relevance signal", "Our claims", "Company", "Contact", "Role")
    )
    verified = found or _vouched(work, index, lead.signal)
    return (lead.signal if verified else ""), verified


def _vouched(work: Work, index: int, signal: str) -> bool:
    """Does somebody's word stand for this signal? A name is for the signal of its day (R74)."""
    by = str(work.table.cells["Signal vouched by"][index])
    if not by:
        work.remember(index, "vouched", None)
        return False
    who, what = state.digest([by])[:8], state.digest([signal])[:8]
    kept = work.states[index].get("vouched")
    if not (isinstance(kept, list) and kept[:1] == [who]):
        work.remember(index, "vouched", kept := [who, what])
    return kept == [who, what]
