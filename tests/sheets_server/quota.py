"""How many requests a minute are answered before 429 comes.

Numbers: Sheets API, "Usage limits": 300 reads and 300 writes a minute a project, 60 and 60
a minute a user and project. The body is that of a recorded refusal (r-lib/gargle, snapshot
of "Resource exhausted (Sheets, ReadGroup)").
"""

from collections import Counter
from dataclasses import dataclass, field

from tests.sheets_server.refusals import Refusal

PROJECT = "603366585132"


@dataclass(slots=True)
class Quota:
    """Counts requests in whole minutes; ``None`` for a limit means no limit.

    Attributes:
        user: Reads, and writes, a minute for one user.
        project: Reads, and writes, a minute for all users together.
    """

    user: int | None = 60
    project: int | None = 300
    _counts: Counter[tuple[int, str, str]] = field(default_factory=Counter)

    def take(self, *, read: bool, user: str, seconds: float) -> None:
        """Count one request.

        Args:
            read: A read, or a write.
            user: Who asks.
            seconds: The time, in seconds since any fixed moment.

        Raises:
            Refusal: 429 when the minute's share is used up; a refused request counts too.
        """
        minute, kind = int(seconds // 60), "Read" if read else "Write"
        for who, limit in ((user, self.user), ("", self.project)):
            self._counts[minute, kind, who] += 1
            if limit is not None and self._counts[minute, kind, who] > limit:
                raise exhausted(kind, per_user=bool(who), limit=limit)


def exhausted(kind: str = "Read", *, per_user: bool = True, limit: int = 60) -> Refusal:
    """The refusal of a request over the quota."""
    tail = " per user" if per_user else ""
    metadata = {
        "quota_location": "global",
        "quota_metric": f"sheets.googleapis.com/{kind.lower()}_requests",
        "quota_limit": f"{kind}RequestsPerMinutePer{'User' if per_user else 'Project'}",
        "quota_limit_value": str(limit),
        "consumer": f"projects/{PROJECT}",
        "service": "sheets.googleapis.com",
    }
    link = {
        "description": "Request a higher quota limit.",
        "url": "https://cloud.google.com/docs/quota#requesting_higher_quota",
    }
    return Refusal(
        f"Quota exceeded for quota metric '{kind} requests' and limit '{kind} requests per"
        f" minute{tail}' of service 'sheets.googleapis.com' for consumer"
        f" 'project_number:{PROJECT}'.",
        code=429,
        details=[
            {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "RATE_LIMIT_EXCEEDED",
                "domain": "googleapis.com",
                "metadata": metadata,
            },
            {"@type": "type.googleapis.com/google.rpc.Help", "links": [link]},
        ],
    )
