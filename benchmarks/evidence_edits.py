"""Make faithful and false variants of sentences, beyond those of the data files.

Each kind is one small edit by rule, so that what it does to the truth is known.
Used by :mod:`benchmarks.bench_evidence` only; the gate never sees these rules.
"""

import random
import re
from collections.abc import Callable

Edit = Callable[[str, random.Random], str | None]

_SWAPS = {
    "antonym": "increase/decrease increased/decreased higher/lower largest/smallest first/last before/after more/fewer early/late won/lost opened/closed new/old gained/lost rise/fall above/below major/minor public/private success/failure north/south east/west strong/weak always/never best/worst",
    "comparative": "more/less most/least over/under greater/smaller better/worse larger/smaller highest/lowest longer/shorter",
    "month": "January/March February/May April/July June/October August/December September/November",
    "weekday": "Monday/Thursday Tuesday/Friday Wednesday/Sunday Saturday/Monday",
    "unit": "km/miles miles/km years/months months/years days/weeks hours/minutes feet/metres seconds/minutes",
    "currency": "$/€ £/$ €/£",
    "scope": "some/all many/all most/all several/all often/always usually/always sometimes/always one/every",
    "modal": "may/will might/will could/will would/will can/must should/must",
    "tense": "is/was was/is are/were were/are has/had will/did",
    "preposition": "from/to to/from in/near by/for before/after with/without under/over",
    "logic": "and/or or/and but/because because/although if/because unless/because",
    "person": "he/she she/he his/her her/his they/we",
    "ordinal": "first/second second/third third/fourth two/second three/third",
}
_DROPS = {
    "bound": "up to|at least|at most|as many as|as much as|more than|less than|fewer than|over|under|about|around|approximately|nearly|almost|roughly",
    "hedge": "might|may|could|possibly|probably|likely|reportedly|allegedly|perhaps|expected to|planned to|plans to|intended to|attempted to|tried to|believed to|considered to|suggested that|some|usually|often|partly|partially|mostly|sometimes|generally|typically",
    "negator": "not|never|no longer|hardly|n't",
    "limiter": "only|except|excluding|former|acting|deputy|potential|proposed|planned|unsuccessful|alleged|second|half|part of|one of the|one of",
    "speaker": "said|claimed|according to",
}
_TAILS = (
    " because of strong demand",
    " for the first time",
    " after losing its largest customer",
    " worldwide",
    " every year",
    " and its partners",
    " despite falling sales",
    ", the largest in the region",
    " without approval",
    " in Canada",
    " last month",
)
_LEADS = (
    "According to the Financial Times, ",
    "As the chief executive promised, ",
    "Because of rising costs, ",
    "Only ",
    "Nobody doubts that ",
    "It is not true that ",
)


def _swap(pairs: str) -> Edit:
    table = dict(pair.split("/") for pair in pairs.split())
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(w)}(?!\w)" if w.isalpha() else re.escape(w) for w in table)
    )

    def edit(sentence: str, rng: random.Random) -> str | None:
        found = list(pattern.finditer(sentence))
        if not found:
            return None
        match = rng.choice(found)
        return sentence[: match.start()] + table[match.group()] + sentence[match.end() :]

    return edit


def _drop(words: str) -> Edit:
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)\s")

    def edit(sentence: str, rng: random.Random) -> str | None:
        found = list(pattern.finditer(sentence))
        if not found:
            return None
        match = rng.choice(found)
        return sentence[: match.start()] + sentence[match.end() :]

    return edit


def _condition(sentence: str, rng: random.Random) -> str | None:
    """Cut a condition off the end or the front."""
    del rng
    cut = re.sub(
        r",? (?:if|unless|until|provided that|pending|subject to) [^,.]+\.$", ".", sentence
    )
    if cut == sentence:
        cut = re.sub(r"^(?:If|Unless|Until|Provided) [^,]+, ", "", sentence)
    return cut if cut != sentence else None


def _added(sentence: str, rng: random.Random) -> str | None:
    return sentence.rstrip(".") + rng.choice(_TAILS) + "." if sentence.endswith(".") else None


def _led(sentence: str, rng: random.Random) -> str | None:
    return rng.choice(_LEADS) + sentence[0].lower() + sentence[1:]


def _inner(words: tuple[str, ...]) -> Edit:
    def edit(sentence: str, rng: random.Random) -> str | None:
        parts = sentence.split(" ")
        if len(parts) < 6:
            return None
        at = rng.randrange(2, len(parts) - 2)
        return " ".join([*parts[:at], rng.choice(words), *parts[at:]])

    return edit


def _exchange(sentence: str, rng: random.Random) -> str | None:
    """Exchange two content words of the sentence."""
    words = list(re.finditer(r"[A-Za-z]{5,}", sentence))
    if len(words) < 4:
        return None
    one, two = sorted(rng.sample(words, 2), key=lambda m: m.start())
    if one.group().casefold()[:4] == two.group().casefold()[:4]:
        return None
    return (
        sentence[: one.start()] + two.group() + sentence[one.end() : two.start()] + one.group()
        + sentence[two.end() :]
    )  # fmt: skip


def _number(sentence: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"(?<![\w.,])\d+(?![\w,.]\d)", sentence))
    if not found:
        return None
    match = rng.choice(found)
    value = int(match.group())
    changed = rng.choice([value + 1, value * 10, value * 2 + 1, max(0, value - 1)])
    return (
        None
        if changed == value
        else sentence[: match.start()] + str(changed) + sentence[match.end() :]
    )


def _points(sentence: str, rng: random.Random) -> str | None:
    del rng
    changed = re.sub(r"(\d)(?:%| percent| per cent)", r"\1 percentage points", sentence, count=1)
    return changed if changed != sentence else None


FALSE: dict[str, Edit] = (
    {f"swap {kind}": _swap(pairs) for kind, pairs in _SWAPS.items()}
    | {f"drop {kind}": _drop(words) for kind, words in _DROPS.items()}
    | {
        "drop condition": _condition,
        "added tail": _added,
        "added lead": _led,
        "added word": _inner(("all", "only", "never", "new", "failed", "largest", "again", "not", "former", "every")),
        "exchanged words": _exchange,
        "changed number": _number,
        "percentage points": _points,
    }
)  # fmt: skip


def _clause(sentence: str, rng: random.Random) -> str | None:
    commas = [
        m.start()
        for m in re.finditer(
            r", (?=which|who|where|giving|making|with|and|in|on|[a-z]+ing)", sentence
        )
    ]
    commas = [at for at in commas if at > 30]
    return sentence[: rng.choice(commas)].rstrip() + "." if commas else None


_WORDS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve".split(),
        range(2, 13),
        strict=True,
    )
)


def _digits(sentence: str, rng: random.Random) -> str | None:
    found = list(re.finditer(rf"(?<![\w-])(?:{'|'.join(_WORDS)})(?![\w-])", sentence))
    if not found:
        return None
    match = rng.choice(found)
    return sentence[: match.start()] + str(_WORDS[match.group()]) + sentence[match.end() :]


def _ungrouped(sentence: str, rng: random.Random) -> str | None:
    del rng
    changed = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", sentence)
    return changed if changed != sentence else None


def _percent(sentence: str, rng: random.Random) -> str | None:
    changed = re.sub(r"(?<=\d)%", rng.choice([" percent", " per cent"]), sentence)
    return changed if changed != sentence else None


def _wrapped(sentence: str, rng: random.Random) -> str | None:
    lead = rng.choice(["I noticed that ", "I read that ", "I saw that ", "We understand that "])
    return lead + sentence[0].lower() + sentence[1:] if sentence[:1].isalpha() else None


def _date(sentence: str, rng: random.Random) -> str | None:
    del rng
    changed = re.sub(
        r"\b(\d{1,2}) (January|February|March|April|June|July|August|September|October|November|December) (\d{4})\b",
        r"\2 \1, \3", sentence,
    )  # fmt: skip
    return changed if changed != sentence else None


def _short_month(sentence: str, rng: random.Random) -> str | None:
    del rng
    changed = re.sub(
        r"\b(Jan|Feb|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ust|tember|ober|ember) (?=\d)",
        r"\1 ",
        sentence,
    )
    return changed if changed != sentence else None


def _contracted(sentence: str, rng: random.Random) -> str | None:
    del rng
    changed = re.sub(r"\b(is|are|was|were|did|does|do|has|have) not\b", r"\1n't", sentence)
    return changed if changed != sentence else None


def _over(sentence: str, rng: random.Random) -> str | None:
    del rng
    changed = re.sub(r"\bmore than (?=\d)", "over ", sentence)
    changed = changed if changed != sentence else re.sub(r"\bover (?=\d)", "more than ", sentence)
    return changed if changed != sentence else None


def noisy(text: str, rng: random.Random) -> str:
    """Write the same words with other typography."""
    table = {
        '"': "“”„«»", "'": "’‘", "-": "–—‑", " ": "    \u00a0\u2009\u202f", "fi": "ﬁ",
    }  # fmt: skip
    letters = []
    for char in text:
        letters.append(rng.choice(table[char]) if char in table and rng.random() < 0.5 else char)
        if rng.random() < 0.02:
            letters.append(rng.choice("\u200b\u00ad\u2060\ufeff\u200f"))
    return "".join(letters)


TRUE: dict[str, Edit] = {
    "verbatim": lambda sentence, _: sentence,
    "clause": _clause,
    "digits for words": _digits,
    "no separators": _ungrouped,
    "percent sign": _percent,
    "wrapped": _wrapped,
    "date order": _date,
    "short month": _short_month,
    "contraction": _contracted,
    "over for more than": _over,
    "typography": noisy,
}
