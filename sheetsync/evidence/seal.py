"""The token of a pass: it ties what was passed to the evidence of that moment.

Made for every message at every sync, so it stands apart from the gate and its readings.
"""

import hashlib
import json
from collections.abc import Mapping

from sheetsync.evidence.columns import is_evidence
from sheetsync.evidence.verdict import Draft

GATE_VERSION = "8"
"""Raised with every release that can change a verdict; old tokens then lapse."""


def token(draft: Draft, cells: Mapping[str, str]) -> str:
    """Tie a pass to what it passed: any later edit of draft or evidence changes it.

    Returns:
        64 hexadecimal digits, the same on every machine.
    """
    cited = [[claim.text, claim.quote, claim.column] for claim in draft.claims]
    snapshot = sorted((column, text) for column, text in cells.items() if is_evidence(column))
    content = json.dumps([GATE_VERSION, draft.text, cited, snapshot], ensure_ascii=True)
    return hashlib.sha256(content.encode()).hexdigest()
