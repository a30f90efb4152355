"""What time it is, given as a value: the only module that asks the machine.

"Today" is the date in the team's time zone at the start of the run, and stays
the same to its end.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment of a run; the team's zone is known only after Settings are read.

    Attributes:
        today: ``--today``: the run happens at noon of this date in the team's zone.
        now: ``--now``: the run happens at this moment; without a zone, in the team's.
        started: The moment the program started, used when neither is given.
    """

    started: datetime
    today: date | None = None
    now: datetime | None = None

    @classmethod
    def system(cls, *, today: date | None = None, now: datetime | None = None) -> "Clock":
        """Take the machine's time as the start."""
        return cls(started=datetime.now(UTC), today=today, now=now)

    def at(self, zone: ZoneInfo) -> datetime:
        """The run's moment in the team's zone, to the minute."""
        if self.today is not None:
            moment = datetime.combine(self.today, time(12), tzinfo=zone)
        elif self.now is not None:
            moment = self.now if self.now.tzinfo else self.now.replace(tzinfo=zone)
        else:
            moment = self.started
        return moment.astimezone(zone).replace(second=0, microsecond=0)
