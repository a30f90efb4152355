"""Find the label of a piece of news: "Moneyline, 30 Apr 2025 - …", "L'Avenir (14 March 2025): …".

What a paper tells is read behind its label as the plain sentence that it is; what somebody
else says there stays theirs. A person and a rival are no papers.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_period, is_soft, is_time
from sheetsync.evidence.columns import plain_name
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

PRESS = frozenset(
    "post times news herald mail gazette journal daily weekly monthly reporter echo press tribune "
    "chronicle observer standard telegraph guardian star review magazine today insider radio "
    "bulletin dispatch argus courier examiner mercury register paper newspaper interview podcast "
    "article report sentinel independent advertiser bugle globe diario jornal giornale corriere "
    "gazzetta zeitung bote blatt anzeiger kurier presse krant dagblad tidning avis".split()
)
"""Words in the names of those who tell news rather than opinions."""
_PRESS_ENDINGS = ("blad", "blatt", "zeitung", "posten", "bladet", "avisen", "tidning", "tidningen")
_NEWS_COLUMNS = frozenset("news press article articles media coverage clipping clippings".split())
_ARTICLES = frozenset("the le la les el il lo der die das de".split())
PARTICLES = frozenset(
    "al el la le les du des de del della di da do dos der den het van von y e".split()
)
"""Small words inside a name: "Diario do Canal"."""
_DAYS = frozenset(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)
_MARKS = frozenset(",().-/&'")
_REPORTED = frozenset({"reported", "reports"})
_LONGEST_LABEL = 12


def news_start(tokens: Sequence[Token], column: str) -> int:
    """Return where what a paper tells begins behind its label; 0 when there is no such label.

    Args:
        tokens: One sentence of evidence.
        column: Where it stands: in a column of news, one bare name with a date is a paper.
    """
    found = _label(tokens)
    if found is None or found[1] >= len(tokens):
        return 0
    end, start = found
    label = tokens[:end]
    if _own_report(label):
        return start
    words = [t for t in label if t.kind is Kind.WORD and not (is_time(t) or is_weekday(t))]
    dated = any(map(is_time, tokens[:start]))
    paper = words and _is_paper(words, label, plain_name(column), dated=dated)
    return start if paper else 0


def is_weekday(token: Token) -> bool:
    """Say whether a token is "Tue" or "Tuesday", which tells no more than its date."""
    return token.low in _DAYS


def _label(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return where a label ends and where what it stands over begins; None without one."""
    for at, token in enumerate(tokens[: _LONGEST_LABEL + 1]):
        if not at:
            continue
        if token.low == ":" or (token.low == "-" and _ends_dated(tokens, at)):
            return at, at + 1
        if token.low in _REPORTED:
            that = place_of({"that"}, tokens[at : at + 5])
            timed = all(is_soft(t) or is_time(t) for t in tokens[at : at + that][1:])
            return (at, at + that + 1) if that and timed else None
    return None


def _ends_dated(tokens: Sequence[Token], dash: int) -> bool:
    """Say whether a dash with spaces around it stands behind a date."""
    spaced = tokens[dash].start > tokens[dash - 1].end
    last = tokens[dash - 2] if tokens[dash - 1].low == ")" and dash > 1 else tokens[dash - 1]
    return spaced and is_time(last)


def _is_paper(words: Sequence[Token], label: Sequence[Token], column: str, *, dated: bool) -> bool:
    """Say whether a label is the name of a paper and a date."""
    if any(t.kind is Kind.PERSON or t.form in {Form.PAST, Form.ING} for t in label):
        return False
    named = (t.capital or t.low in PARTICLES or is_time(t) or t.low in _MARKS for t in label[1:])
    if not (all(named) and words[0].capital and label[0].text[:1].isupper()):
        return False
    if any(t.low in PRESS or t.low.endswith(_PRESS_ENDINGS) for t in words):
        return True
    news = not _NEWS_COLUMNS.isdisjoint(column.split())
    alone = len(words) == 1 or label[0].low in _ARTICLES
    return news and alone and dated


def _own_report(label: Sequence[Token]) -> bool:
    """Find "In its FY2024 report", which names a period and the lead's own report."""
    owned = any(t.low in lexicon.COMPANY_PRONOUNS or t.kind is Kind.PERSON for t in label)
    words = [t for t in label if not (is_soft(t) or t.low in lexicon.COMPANY_PRONOUNS)]
    known = lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS
    period = any(is_period(t) and not is_time(t) for t in words)
    return (
        owned
        and period
        and any(t.low in known for t in words)
        and all(is_period(t) or t.low in known or t.kind is Kind.PERSON for t in words)
    )
