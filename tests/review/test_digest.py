"""The digest of the week: one page that asks nobody for anything, whose every number has its rows."""

import os
import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from sheetsync.review import digest_style
from sheetsync.review.digest import digest
from sheetsync.review.digest_charts import SIGNS, Bar, funnel, replies, weeks
from sheetsync.review.digest_record import Record, read_record
from sheetsync.review.digest_words import SHOWN, on, plain, said
from sheetsync.review.leaks import Leak
from tests.broken import run, says
from tests.memory_team import FRI, NORD, SOUTH, SmallTeam, at
from tests.review.meetings import CHANGE, CLOSE, NEXT_FRI, OVERDUE, decides, settles
from tests.workbooks import lead, team

VOID = {"meta", "br", "wbr"}
ROWS = ("tr", "li", "p")
HOSTILE = (
    '<script>alert(1)</script><a href="https://evil.example/x">go</a>'
    "<style>*{display:none}</style>\" onload='x' &amp; <!-- "
)
BACKWARDS = "invoice \u202egpj.exe\u202c \u2067x\u2069\u200b\ufeff"


@dataclass
class Page(HTMLParser):
    """A page as a browser takes it apart; a tag that is not closed in its place is an error."""

    html: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[tuple[str, list[tuple[str, dict[str, str]]]]] = field(default_factory=list)
    rows: dict[int, str] = field(default_factory=dict)

    def __post_init__(self):
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str]]] = []
        self.row = 0
        self.feed(self.html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        own = {name: value or "" for name, value in attrs}
        assert len(own) == len(attrs), f"an attribute stands twice: {attrs}"
        self.tags.append((tag, own))
        if tag in VOID:
            return
        if tag in ROWS:
            self.row += 1
            own["row"] = str(self.row)
        self.open.append((tag, own))

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        assert self.open[-1][0] == tag, f"</{tag}> within {self.open}"
        self.open.pop()

    def handle_data(self, data):
        self.texts.append((data, list(self.open)))
        for tag, own in self.open:
            if tag in ROWS:
                number = int(own["row"])
                self.rows[number] = self.rows.get(number, "") + data

    def all(self, tag):
        return [own for name, own in self.tags if name == tag]

    @property
    def ids(self):
        return [own["id"] for _, own in self.tags if "id" in own]

    @property
    def text(self):
        return " ".join("".join(text for text, _ in self.texts).split())

    def list_of(self, anchor):
        """The rows of the table that a link goes to."""
        start = self.html.index(f'id="{anchor}"')
        end = self.html.find("</table>", start)
        return Page(self.html[self.html.rindex("<", 0, start) : end + 8]).all("tr")[1:]


def page(own: SmallTeam, *, bare: bool = False) -> Page:
    """The digest of a team's week after its last run."""
    return Page(html_of(own, bare=bare))


def html_of(own: SmallTeam, *, bare: bool = False, book: str = "team.xlsx") -> str:
    outcome = own.outcome
    assert outcome.reviewed is not None
    record = None if bare else read_record(outcome.snapshot, outcome.plan, written=True)
    return digest(outcome.reviewed, book=book, today=outcome.today, record=record)


def friday(*companies: str) -> SmallTeam:
    """The first message went out on Monday, the second was due on Thursday; it is Friday."""
    own = at("sent", *companies)
    own.sync(FRI)
    return own


def hostile() -> SmallTeam:
    """A team in whose every cell stands something that means harm."""
    own = SmallTeam(
        lead("Alpha", Company=HOSTILE, Website="alpha.example", Role=HOSTILE),
        lead("Beta", Company=BACKWARDS, Website="beta.example", Confidence=None),
        lead("Gamma", Company="W" * 5_000, Website="gamma.example", Role=None),
    )
    own.sync(FRI)
    decides(own, CHANGE, HOSTILE, by=HOSTILE, comment=HOSTILE, name="2026-W10")
    own.sync()
    return own


def closed() -> SmallTeam:
    own = friday()
    settles(own)
    decides(own, CLOSE, "close")
    own.sync()
    return own


def week_after() -> SmallTeam:
    own = closed()
    own.sync(NEXT_FRI)
    return own


def answered() -> SmallTeam:
    own = at("answered")
    own.sync(FRI)
    return own


STATES = {
    "no lead": SmallTeam,
    "no review yet": lambda: at("sent"),
    "open": lambda: friday(NORD, SOUTH),
    "closed": closed,
    "the week after": week_after,
    "answered": answered,
    "hostile": hostile,
}
"""What a team can be like when it asks for its week."""


@cache
def in_state(state: str) -> SmallTeam:
    """A team to be looked at and left as it is."""
    return STATES[state]()


@pytest.fixture(params=STATES)
def any_page(request):
    return shown_in(request.param)


@cache
def shown_in(state: str) -> Page:
    return page(in_state(state))


class TestSelfContained:
    def test_it_is_well_formed_and_has_one_heading_above_all(self, any_page):
        assert any_page.html.startswith("<!DOCTYPE html>\n")
        assert any_page.all("html") == [{"lang": "en", "dir": "ltr"}]
        levels = [int(tag[1]) for tag, _ in any_page.tags if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_it_names_no_host_and_holds_no_script(self, any_page):
        tags = {tag for tag, _ in any_page.tags}
        assert tags.isdisjoint(
            {"script", "link", "img", "image", "iframe", "object", "embed", "form", "base", "use"}
        )
        for _, own in any_page.tags:
            assert "src" not in own
            assert not [name for name in own if name.startswith("on")]
            assert own.get("href", "#").startswith("#")
            assert "url(" not in own.get("style", "")
        assert "url(" not in digest_style.STYLE
        assert "@import" not in digest_style.STYLE

    def test_it_tells_the_browser_to_refuse_scripts_and_requests(self, any_page):
        (policy,) = [
            own["content"]
            for own in any_page.all("meta")
            if own.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy.startswith("default-src 'none'")
        assert "script" not in policy

    def test_the_same_week_is_the_same_bytes(self):
        assert html_of(friday()) == html_of(friday())


class TestReadable:
    def test_night_paper_and_a_telephone_have_their_styles(self):
        style = digest_style.STYLE
        assert "@media screen and (prefers-color-scheme: dark)" in style
        assert "@media print" in style
        assert "@media (max-width: 640px)" in style

    def test_every_colour_of_words_is_told_apart_from_what_lies_below_it(self):
        light, dark = digest_style.STYLE.split("@media screen and (prefers-color-scheme: dark)")
        pairs = {
            "light": ("#1b2a2f #4f6167 #0b5563 #9a3412", "#ffffff #f3f5f4 #eaf3f3"),
            "dark": ("#e4ecee #a8b9be #8ad7df #ffb38a", "#10181b #182327 #17302f"),
        }
        for name, sheet in (("light", light + html_of(friday())), ("dark", dark)):
            words, grounds = (each.split() for each in pairs[name])
            for word in words:
                assert word in sheet
                assert min(contrast(word, ground) for ground in grounds) >= 4.5, word
        for sign, bar in (("#ffffff", "#4a7c83"), ("#ffffff", "#a4481d"), ("#10181b", "#a9c4c8")):
            assert contrast(sign, bar) >= 4.5
        assert contrast("#3a2a00", "#fdf1cc") >= 4.5
        assert contrast("#fff3cf", "#4a3b0c") >= 4.5

    def test_every_table_says_what_it_shows_and_heads_its_rows_and_columns(self, any_page):
        assert len(any_page.all("table")) == len(any_page.all("caption"))
        assert {own["scope"] for own in any_page.all("th")} <= {"row", "col"}

    def test_every_picture_has_its_name_its_words_and_a_table(self, any_page):
        for own in any_page.all("svg"):
            assert own["role"] == "img"
            assert set(own["aria-labelledby"].split()) <= set(any_page.ids)
        assert len(any_page.all("figure")) == len(any_page.all("figcaption"))

    def test_each_kind_of_answer_has_a_sign_besides_its_colour(self):
        assert len(set(SIGNS.values())) == len(SIGNS)
        drawn = replies([("A “x”", 10, dict.fromkeys(SIGNS, 1))])
        assert all(f">{sign}</text>" in drawn for sign in SIGNS.values())

    def test_a_part_too_narrow_for_its_sign_has_none_and_an_empty_picture_is_one(self):
        assert ">+<" not in replies([("A “x”", 1_000, {"positive": 1})])
        for drawn in (replies([]), funnel([]), weeks([]), weeks([Bar("Now", 0, 0)])):
            assert drawn.endswith("</svg>\n")


class TestNumbers:
    def test_every_link_has_its_one_target(self, any_page):
        assert len(any_page.ids) == len(set(any_page.ids))
        wanted = {own["href"].removeprefix("#") for own in any_page.all("a")}
        assert wanted <= set(any_page.ids)

    def test_every_number_is_a_link_or_stands_in_a_row_that_says_where(self, any_page):
        for text, around in any_page.texts:
            counted = re.sub(r"row\xa0\d+", "", text)
            if not re.search(r"\d", counted) or counted.strip() == "0":
                continue
            tags = [tag for tag, _ in around]
            if {"a", "time", "svg", "head", "h1", "caption", "header", "footer"} & set(tags):
                continue
            if any(own.get("scope") == "col" for _, own in around):
                continue  # the name of a week
            rows = [int(own["row"]) for tag, own in around if tag in ROWS]
            told = any_page.rows[rows[-1]] if rows else ""
            assert re.search(r"row\xa0\d|no row yet|more: see ", told), (text, tags)

    def test_a_number_has_as_many_rows_as_it_says(self):
        shown = shown_in("open")
        for text, around in shown.texts:
            inside = [own["href"] for tag, own in around if tag == "a"]
            if inside and inside[0].startswith("#list-"):
                assert len(shown.list_of(inside[0][1:])) == int(text)

    def test_r91_the_headline_is_what_moved_and_what_was_decided_since_the_week_before(self):
        own = friday(NORD, SOUTH)
        numbers = next(r["Numbers"] for r in own.rows("Review") if r["Area"] == "Headline")
        moved, decided = re.findall(r"\d+", str(numbers))[:2]
        tiles = [text for text in page(own).rows.values() if "records moved" in text]
        assert tiles[0].split()[:3] == [moved, "records", "moved"]
        tiles = [text for text in page(own).rows.values() if "decisions made" in text]
        assert tiles[0].split()[:3] == [decided, "decisions", "made"]

    def test_r92_an_earlier_week_is_shown_as_the_log_has_it_with_the_line(self):
        shown = shown_in("the week after")
        assert 'id="saved-2026-W10"' in shown.html
        own = in_state("the week after")
        rows = zip(own.tab("Log").rows, own.rows("Log"), strict=True)
        line = next(row for row, event in rows if event["Event"] == "review numbers")
        assert f"Log row {line + 1}" in shown.text
        assert "in 2026-W10" in shown.text

    def test_without_the_log_no_movement_is_made_up(self):
        shown = page(friday(), bare=True)
        tile = next(text for text in shown.rows.values() if "records moved" in text)
        assert tile.startswith("0 records moved")
        assert "no row yet" in shown.text

    def test_what_the_run_itself_has_written_counts_with_its_rows(self):
        shown = page(SmallTeam(lead(NORD), lead(SOUTH)))
        tile = next(text for text in shown.rows.values() if "records moved" in text)
        assert tile.startswith("2 records moved")
        assert "no row yet" not in shown.text
        assert "Qualification row" in shown.text


class TestContent:
    def test_r86_what_is_overdue_says_what_whose_since_when_and_where(self):
        row = next(t for t in page(friday()).rows.values() if "late" in t and NORD in t)
        assert "5 Mar 2026, 1 day late" in row
        assert re.search(r"CRM row\xa0\d+, Review row\xa0\d+", row)

    def test_a_reply_that_waits_stands_first_with_its_row(self):
        row = next(t for t in shown_in("answered").rows.values() if "What does the reply mean" in t)
        assert "since 3 Mar 2026" in row
        assert re.search(r"(Outreach|Follow-up) row\xa0\d+", row)

    def test_replies_that_wait_stand_before_leads_that_wait(self):
        own = at("answered")
        own.adds("Research", lead(SOUTH))
        own.sync(FRI)
        shown = page(own).text
        assert shown.index("What does the reply mean") < shown.index("Pursue, nurture or skip?")

    def test_what_is_decided_stands_beside_the_item_with_who_and_why(self):
        own = friday()
        decides(own, OVERDUE, "pause", comment="after the fair", by="Cleo")
        own.sync()
        row = next(t for t in page(own).rows.values() if "after the fair" in t)
        assert "pause, Cleo" in row
        assert "decided on 2026-03-06" in row

    @pytest.mark.parametrize(
        ("state", "step"),
        [
            ("no lead", "No review has been held yet."),
            ("no review yet", "The first sync from 6 Mar 2026 on opens this week's."),
            ("open", "Decide on 2 overdue records: touch / pause / stop / change owner."),
            ("closed", "Nothing is left: this review is closed on 2026-03-06 by"),
            ("answered", "Choose the one change of this week."),
        ],
    )
    def test_the_next_step_comes_first(self, state, step):
        shown = shown_in(state).text
        assert step in shown
        assert shown.index(step) < shown.index("What moved")

    def test_r95_the_block_that_loses_most_is_named_with_its_guide(self):
        shown = shown_in("open").text
        assert "Most leads stop in Follow-up: 2 leads. Read the guide to Follow-up in" in shown
        assert "No lead is stuck anywhere." in shown_in("no lead").text

    def test_r90_the_last_change_is_shown_with_what_it_did(self):
        shown = shown_in("the week after").text
        assert "2026-W10: stricter stop rule (Ana)" in shown
        assert "not yet in effect" in shown

    def test_r85_each_variant_has_its_answers(self):
        shown = shown_in("answered")
        row = next(t for t in shown.rows.values() if "of the angle" in t and "1 question" in t)
        assert row.startswith("Variant A of the angle “the yard”")


class TestCellsAreData:
    def test_no_cell_becomes_a_tag_a_link_or_a_style(self):
        shown = Page(html_of(hostile(), book=f"{HOSTILE}.xlsx"))
        assert "evil.example" in shown.text
        assert "<script" not in shown.html
        assert 'href="https' not in shown.html
        assert shown.html.count("<style>") == 1
        assert "<!--" not in shown.html

    def test_a_cell_cannot_turn_the_text_around_it_or_hide_in_it(self):
        shown = page(hostile())
        assert "invoice gpj.exe x" in shown.text
        assert not re.search("[\u200b\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08]", shown.html)
        around = next(own for text, own in shown.texts if text.startswith("invoice gpj."))
        assert "bdi" in [tag for tag, _ in around]

    def test_a_cell_is_cut_and_a_long_word_may_break(self):
        assert len(plain("W" * 5_000)) == 220
        assert said("W" * 40).count("<wbr>") >= 2
        assert said("see https://a.example") == "<bdi>see https://<wbr>a.<wbr>example</bdi>"

    def test_text_without_a_letter_is_nothing_and_marks_do_not_pile_up(self):
        assert said(" \n\u200b") == ""
        assert plain("e" + "\u0301" * 50) == "e" + "\u0301" * 3
        assert plain("👩\u200d🔧 क्षि") == "👩\u200d🔧 क्षि"

    def test_a_day_reads_as_people_write_it(self):
        assert on(date(2026, 3, 5)) == '<time datetime="2026-03-05">5 Mar 2026</time>'
        assert on(None) == ""


class TestBrokenBooks:
    def test_a_log_line_that_somebody_changed_is_told_as_far_as_it_can_be(self):
        own = friday()
        log = own.tab("Log")
        at_ = {event: row for row, event in zip(log.rows, log.values("Event"), strict=True)}
        own.book.type("Log", {(at_["stage"], log.places["Time"]): 46_087.5})
        own.book.type("Log", {(at_["handoff to Outreach"], log.places["Time"]): "yesterday"})
        own.book.type("Log", {(at_["review numbers"], log.places["Detail"]): "{"})
        own.sync()
        shown = page(own)
        lines = [text for text in shown.rows.values() if "Log row\xa0" in text]
        assert any("6 Mar 2026" in text for text in lines)
        assert shown.ids.count("saved-2026-W10") == 0

    @pytest.mark.parametrize("tab", ["Log", "Start here", "CRM"])
    def test_a_tab_that_is_gone_is_left_out(self, tab):
        own = friday()
        own.book.retitle(tab, "Elsewhere")
        own.sync(NEXT_FRI)
        assert "Sales week 2026-W11" in page(own).text

    def test_why_a_message_is_not_ready_is_told_where_it_counts(self):
        own = at("drafted")
        own.sync(FRI)
        rows = page(own).rows.values()
        assert any("message not ready: " in text and "Outreach row\xa0" in text for text in rows)


class TestManyLeads:
    def test_long_lists_say_how_many_more_there_are_and_where(self):
        own = friday()
        reviewed = own.outcome.reviewed
        assert reviewed is not None
        facts = reviewed.facts
        assert facts is not None
        (first,) = facts.leads
        ids = [f"L-{number:04d}" for number in range(1, 5_001)]

        def each(of):
            return dict.fromkeys(ids, of[first])

        parts = ("states", "passages", "positions", "steps", "records", "messages")
        many = {name: each(getattr(facts, name)) for name in parts}
        leads = {i: replace(facts.leads[first], lead_id=i, company=f"Company {i}") for i in ids}
        reviewed = replace(
            reviewed,
            facts=replace(facts, leads=leads, **many),
            leaks=[Leak("CRM", "stale or overdue record", tuple(ids))],
        )
        shown = Page(digest(reviewed, book="b.xlsx", today=date(2026, 3, 6), record=Record()))
        assert "5,000" in shown.text
        assert f"and {5_000 - SHOWN:,} more: see the tab CRM" in shown.text
        assert len(shown.html) < 200_000


class TestCommand:
    @pytest.fixture
    def book(self, tmp_path):
        own = team(tmp_path / "b.xlsx", lead("Alpha"), lead("Beta", Role=None))
        run("sync", own.path, "--today", FRI)
        return own.path

    def test_the_page_is_saved_and_the_book_is_not_touched(self, book, tmp_path):
        before, target = book.read_bytes(), tmp_path / "week.html"
        target.write_text("old", encoding="utf-8")
        done = run("review", book, "--today", FRI, "--html", target)
        assert done.stdout.splitlines()[-1] == f"The week as a page: {target}"
        shown = Page(target.read_text(encoding="utf-8"))
        assert "Sales week 2026-W10" in shown.text
        assert "b.xlsx" in shown.text
        assert str(tmp_path) not in shown.html
        assert book.read_bytes() == before
        assert not [path for path in tmp_path.iterdir() if path.suffix == ".tmp"]

    def test_results_as_json_stay_json(self, book, tmp_path):
        import json

        target = tmp_path / "week.html"
        done = run("review", book, "--today", FRI, "--format", "json", "--html", target)
        assert json.loads(done.stdout)["week"] == "2026-W10"
        assert str(target) in done.stderr

    def test_the_page_shows_what_opening_has_written(self, book, tmp_path):
        target = tmp_path / "week.html"
        run("review", book, "--today", "2026-03-09", "--open", "--html", target)
        shown = Page(target.read_text(encoding="utf-8")).text
        assert "Sales week 2026-W11" in shown
        assert "not in the workbook yet" not in shown

    def test_a_look_ahead_says_that_it_is_one(self, book, tmp_path):
        target = tmp_path / "week.html"
        run("review", book, "--today", NEXT_FRI, "--html", target)
        assert "not in the workbook yet" in Page(target.read_text(encoding="utf-8")).text

    def test_it_is_never_saved_over_a_workbook_or_a_folder(self, book, tmp_path):
        before = book.read_bytes()
        copy = tmp_path / "copy.html"
        copy.write_bytes(before)
        (tmp_path / "folder").mkdir()
        for name in (book, tmp_path / "new.XLSX", copy, tmp_path / "folder"):
            done = run("review", book, "--today", FRI, "--html", name)
            says(done, 2, Path(name).name, "Nothing was done.", "week.html")
        says(run("review", book, "--html", tmp_path / "none" / "x.html"), 2, "no folder")
        assert book.read_bytes() == copy.read_bytes() == before

    @pytest.mark.skipif(os.name == "nt", reason="folders have no such mode there")
    def test_a_place_that_cannot_be_written_to_is_said_and_leaves_nothing(self, book, tmp_path):
        target = tmp_path / ("x" * 250 + ".html")
        done = run("review", book, "--today", FRI, "--html", target)
        says(done, 1, "cannot be saved", "No page was written", "--html")
        assert not list(tmp_path.glob("*.html"))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
