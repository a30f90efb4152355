"""A second opinion on a draft, by other means than the gate: plain words against plain words.

It imports nothing of ``sheetsync.evidence``. It is strict and simple: every number, every
name and every word of content of a statement has to stand in one sentence of the lead's
own cells, but for the greeting, questions without numbers, and words with which anybody
writes to anybody. It may object to what is true; it should not miss what is invented.
"""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:/]*")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”']?\s+|\n+")
_STEM = 5

_MONTH = re.compile(
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$"
)
"""A month, whole or cut: its first three letters say which one."""

_ANYBODYS = frozenset(
    """
    a about after all also am an and any are as at be been before being best between but by call can could
    congrats congratulations did do does for from get glad good great had happy has have hello help her hi his
    how i if in interesting into is it its just know let like look looking make may me might more most much
    my new nice noted noticed now of off on one or other our out over please read regards saw see she should so some
    soon still such talk than thank thanks that the their them there these they this those time to today
    topic understand up us useful very was way we were what when where which who why will with would you your
    yours said says shows write wrote mention mentions mentioned hear heard congratulate
    """.split()
)  # fmt: skip


def objections(draft: str, cells: Mapping[str, str], *, around: tuple[str, ...] = ()) -> list[str]:
    """Sentences of a draft that hold something which no sentence of the lead's cells holds.

    Args:
        draft: The message as it stands in its cell.
        cells: What a model may cite: the lead's cells and the team's claims.
        around: Lines that the program puts below a message.
    """
    for line in around:
        draft = draft.replace(line, "")
    known = [_stems(part) for text in cells.values() for part in _SENTENCE.split(text)]
    names = _stems(" ".join(cells.get(n, "") for n in ("Company", "Contact", "Role")))
    found = []
    for sentence in filter(None, map(str.strip, _SENTENCE.split(draft))):
        if re.match(r"(hello|hi|best regards)\b", sentence, re.IGNORECASE):
            continue
        said = _stems(sentence)
        asks = sentence.endswith("?") and not any(any(map(str.isdigit, w)) for w in said)
        if not asks and not any(said <= one | names for one in known) and said:
            found.append(sentence)
    return found


def _stems(text: str) -> frozenset[str]:
    words = (word.casefold().strip(".,:/'’") for word in _WORD.findall(text))
    return frozenset(
        word if word[0].isdigit() else word[: 3 if _MONTH.match(word) else _STEM]
        for word in words
        if word and word not in _ANYBODYS
    )
