"""The English reading of a clause: here the order of the words says who does what to whom.

"Do not write to us" is asked of you, "we do not write letters" is not. A pattern reads the
letters of ``concepts``, one a word, "-" for a word without any.
"""

import re

from sheetsync.replies.clause import Clause

_LEAD = frozenset(
    "and but so or then also just now again thanks thank you hi hello dear no ok well therefore hence finally "
    "simply really seriously honestly guys to it's be sure make ensure that can could would will should must may "
    "do does did are is have any all".split()
)


def asks_in_english(clause: Clause) -> bool:
    """English says by order who does what: the deed must be asked of you."""
    line = "".join((tags or "-")[0] for tags in clause.tags)
    plain = clause.plain()
    if _PAST.search(plain) or _TOLD_OTHERS.search(plain) or _AGAIN_THE_SAME.search(plain):
        return False
    if _NEVER_MIND_THE_REST.search(line):
        return True
    if _SHORT_ORDER.fullmatch(line) and not clause.has("U") and "the" not in clause.words:
        return True
    found = _ENGLISH.search(line)
    if found is None:
        return _nothing_else(clause, line)
    if clause.strange() > (_STRANGE_AGAIN if "O" in found.group() else 1):
        return False
    return (
        not _SOMEBODY.search(clause.plain())
        and _of_you(clause, line, found.start())
        and not clause.has("U")
        and ("T" not in clause.bag or "R" in clause.bag or not _AGAIN.isdisjoint(clause.words))
        and "E" not in clause.around
    )


_ENGLISH = re.compile(
    r"N[^JHB]{0,4}[CD][^JHB]{0,5}O"
    r"|N[^JHB]{0,2}O[^JHB]{0,3}C"
    r"|N[^JHB]{0,3}[CD]Z?M"
    r"|N[^JHB]{0,3}D(?:C|X|Y)"
    r"|N[^JHB]{0,3}W[^JHB]{0,4}[GDC][^JHB]{0,3}[CYX]"
    r"|D[^JHB]{0,2}N[^JHB]{0,2}[CO]"
    r"|S[^JHB]{0,3}[CD](?:M|Y|X|O|P|F|-?$)"
    r"|S[XYMZ]{0,2}C"
    r"|O[^JHB]{0,2}C[^JHB]{0,3}N"
    r"|R[^JHB]{0,2}(?:M|X[^JHB]?A)(?:[^JHBF]{0,4}(?:[LP]|$)|[^JHB]{0,4}F[YXZM]{0,3}L)"
    r"|R[FZYX]{1,4}L"
)
_SOMEBODY = re.compile(
    r"\b(?:contact|e ?mail|mail|write to|call|phone|bother|disturb|message|text|approach|chase|ping|send|follow up with|to) (?:my|our|the) (?!company|team|staff|office|people|employees|inbox|e ?mail|mail|address|mailbox|number|phone|business|organi[sz]ation|firm|domain|account|department|colleagues|ceo|work|private|personal|general|info|sales|corporate|shared)|\b(?:contact|e ?mail|mail|call|write to|message) the (?!inbox|mailbox|address)"
)
_STRANGE_AGAIN = 4
_AGAIN = frozenset("again anymore longer ever future".split())
_AGAIN_THE_SAME = re.compile(r"\bre ?send\w*\b")
_TOLD_OTHERS = re.compile(
    r"\b(?:told|tell|ask|asked|want|need|instruct|instructed|forced|remind|reminded|train|trained) (?:the|our|a|an|their|some|every|his|her|my|those|him|them|each) |\b(?:asked|told|forced|wants|want|asks|tells) (?:us|me) to |\b(?:was|were|been|being|got) (?:told|asked|instructed|forced|reminded) "
)
_PAST = re.compile(
    r"\b(?:nobody|no one|noone|none)(?: \w+){0,5}? (?:told|called|wrote|answered|replied|emailed|contacted|reached|got|came|sent|messaged|mailed|picked)\b"
)
_NEVER_MIND_THE_REST = re.compile("R[^JHB]{1,8}FY[^JHB]{0,3}L")
_SHORT_ORDER = re.compile("[PZ]{0,2}NO?C[ZPO]{0,2}")
_ASKED = frozenset("WP")
_YOU = frozenset("you u yourself".split())
_KEY = re.compile("[NSR]")
_OURSELVES = frozenset("me us".split())
_SHORTEST = 3


def _nothing_else(clause: Clause, line: str) -> bool:
    """Refusal and contact, asked of you, and hardly a word of anything else."""
    if clause.has("BHTU") or not clause.around.isdisjoint("EH") or len(line) < _SHORTEST:
        return False
    if not clause.has("NSR", "CDLA", "PYMOX") or clause.strange() > 1 or clause.ours():
        return False
    if clause.strange() and not clause.has("C"):
        return False
    listed = clause.has("L") and (clause.has("Y") or not _OURSELVES.isdisjoint(clause.words))
    if not (listed or clause.has("R", "CDLA") or clause.has("CDA")):
        return False
    if "by" in clause.words or not (clause.has("NS") or clause.has("ML")):
        return False
    found = _KEY.search(line)
    return (
        found is not None
        and _of_you(clause, line, found.start())
        and not _SOMEBODY.search(clause.plain())
    )


def _of_you(clause: Clause, line: str, at: int) -> bool:
    """Does what stands before the deed ask it of you?"""
    lead = clause.words[max(0, at - 4) : at]
    letters = line[max(0, at - 4) : at]
    if all(word in _LEAD for word in lead) and at <= 4:
        return True
    if clause.sees_to_it():
        return True
    if "J" in letters:
        return any("W" in tags for tags in (*clause.tags[at : at + 4], letters))
    return not _ASKED.isdisjoint(letters) or not _YOU.isdisjoint(lead)
