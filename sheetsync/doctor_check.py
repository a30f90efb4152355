"""One thing that ``doctor`` has looked at, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """What was found at one place.

    Attributes:
        name: What was looked at, such as ``Backup``.
        sentence: What was found, in plain words.
        next_step: What to do about it; ``""`` if all is well there.
    """

    name: str
    sentence: str
    next_step: str = ""

    @property
    def ok(self) -> bool:
        """Is all well there?"""
        return not self.next_step
