"""The drafter that works without a model: it only selects and rearranges the lead's own words.

It is deterministic, costs nothing and never says what the input does not say.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sheetsync.ai.jobs import Answer, Job

NAME = "offline drafter"


class OfflineDrafter:
    """A ``Model`` that quotes."""

    name = NAME

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        """Answer each job from its own input alone."""
        return [_writers()[job.spec.job](job) for job in jobs]


@cache
def _writers() -> Mapping[str, Callable[[Job], Answer]]:
    """Who answers which job; loaded with the first question, which most runs do not have."""
    from sheetsync.ai import conversations, messages, notes

    return {
        "a": notes.note,
        "b": notes.mismatch,
        "c": notes.ratings,
        "d": notes.missing,
        "e": messages.angles,
        "f": messages.first_message,
        "g": messages.variants,
        "h": messages.next_touch,
        "i": conversations.read,
        "j": conversations.clean,
        "k": conversations.act,
    }
