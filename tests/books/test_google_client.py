"""The one way to Google: time-outs, a pace, patience for reads, and no write that is sent blindly."""

import json
import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from typing import Any

import pytest
import requests

from sheetsync.book import Grid, TabEdit
from sheetsync.books.google import GoogleBook
from sheetsync.books.google_address import address
from sheetsync.books.google_client import CONNECT_S, READ_S, SheetsClient
from sheetsync.books.google_errors import GoogleBusy, GoogleRefused, NoAccess, NoAnswer
from sheetsync.books.google_pace import Pace
from sheetsync.errors import BookError, Exit, SheetsyncError, StaleBook
from tests.google_identity import Running
from tests.google_sheets import Clockwork, InProcess, near_client, spreadsheet
from tests.sheets_server.faults import Kind
from tests.sheets_server.http import Loopback
from tests.sheets_server.quota import Quota
from tests.sheets_server.server import Server

LEADS = Grid("Leads", [["Lead ID", "L-0001", "L-0002"], ["Score", 7, 8]], 3)


class Waiting(Clockwork):
    """Time that passes only when somebody waits, with a note of every wait."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        super().sleep(seconds)


class Answering(Running):
    """An HTTP server that gives the planned answers in turn, and the last one for ever."""

    def __init__(self, *answers: tuple[int, str, Mapping[str, str]]) -> None:
        self.asked = 0
        self.bodies: list[bytes] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.bodies.append(self.rfile.read(int(self.headers["Content-Length"] or 0)))
                self.do_GET()

            def do_GET(self) -> None:
                status, text, headers = answers[min(outer.asked, len(answers) - 1)]
                outer.asked += 1
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
                """Say nothing."""

        super().__init__(Handler)


def sheets(url: str, clock: Clockwork, **pace: Any) -> SheetsClient:
    own = {"per_minute": 1_000_000, "now": clock.now, "sleep": clock.sleep, **pace}
    return SheetsClient(None, base=url, pace=Pace(**own), timeout=(5.0, 0.5))


@pytest.fixture
def clock() -> Waiting:
    return Waiting()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def at(server: Server) -> Iterator[Loopback]:
    with Loopback(server, hold_s=0.8) as running:
        yield running


@pytest.fixture
def book(server: Server, at: Loopback, clock: Waiting) -> GoogleBook:
    made = GoogleBook(sheets(at.url, clock), spreadsheet(server, [LEADS]))
    server.trace.clear()
    return made


def writes(server: Server) -> list[int]:
    """The statuses of all writes that reached the server."""
    return [status for _, path, status in server.trace if path.endswith(":batchUpdate")]


def generations(server: Server) -> int:
    """How many writes were committed on the one sheet of a server."""
    (key,) = server.books
    _, body = server.handle("GET", f"/v4/spreadsheets/{key}", {"fields": "developerMetadata"})
    named = [each["metadataKey"] for each in body.get("developerMetadata", ())]
    return named.count("sheetsync.generation")


def score(book: GoogleBook) -> object:
    return book.read().grids[0].columns[1][1]


class TestTimeouts:
    def test_every_request_has_them(self, book, server, monkeypatch):
        seen: list[Any] = []
        plain = requests.Session.send

        def noting(self: requests.Session, request: Any, **more: Any) -> Any:
            seen.append(more.get("timeout"))
            return plain(self, request, **more)

        monkeypatch.setattr(requests.Session, "send", noting)
        reading = book.read()
        book.latest(reading)
        book.write(reading, [TabEdit("Leads", {(1, 1): 9})])
        book.standing()
        book.try_writing()
        assert seen == [(5.0, 0.5)] * len(server.trace)
        assert len(seen) == 6

    def test_unless_told_otherwise_they_are_ten_seconds_and_two_minutes(self):
        assert SheetsClient(None).timeout == (CONNECT_S, READ_S) == (10.0, 120.0)

    def test_an_answer_that_never_comes_is_not_waited_for(self, book, server, clock):
        server.faults.plan(Kind.TIMEOUT, "spreadsheets.get")
        assert book.read().grids[0].height == 3
        assert len(clock.waits) == 1


PASSING = [
    Kind.QUOTA,
    Kind.INTERNAL,
    Kind.UNAVAILABLE,
    Kind.HTML,
    Kind.RESET,
    Kind.TRUNCATED,
    Kind.TIMEOUT,
    Kind.INTERNAL_AFTER,
    Kind.UNAVAILABLE_AFTER,
    Kind.HTML_AFTER,
    Kind.RESET_AFTER,
]


class TestReads:
    @pytest.mark.parametrize("kind", PASSING)
    @pytest.mark.parametrize("matching", ["spreadsheets.get", "values.batchGet"])
    def test_one_is_made_again_after_what_passes(self, book, server, clock, kind, matching):
        server.faults.plan(kind, matching, times=2)
        assert book.read().grids[0].columns[1] == ["Score", 7, 8]
        assert len(clock.waits) == 2

    @pytest.mark.parametrize(
        "kind", [Kind.QUOTA, Kind.INTERNAL, Kind.UNAVAILABLE, Kind.HTML, Kind.RESET, Kind.TRUNCATED]
    )
    def test_it_is_given_up_in_the_end_and_may_be_run_again(self, book, server, clock, kind):
        book._client.pace.chance = lambda: 0.5
        server.faults.plan(kind, times=1_000)
        with pytest.raises(GoogleBusy) as given_up:
            book.read()
        tries = 12 if kind is Kind.QUOTA else 8
        assert len(server.trace) == (0 if kind is Kind.RESET else tries)
        assert len(clock.waits) == tries - 1
        assert given_up.value.exit_code is Exit.TEMPORARY
        assert "few minutes" in given_up.value.next_step
        said_well(given_up.value, book.name)

    @pytest.mark.parametrize("kind", [Kind.REVOKED, Kind.GONE])
    def test_a_refusal_is_not_asked_again(self, book, server, clock, kind):
        server.faults.plan(kind, times=1_000)
        with pytest.raises(NoAccess) as refused:
            book.read()
        assert len(server.trace) == 1
        assert clock.waits == []
        assert refused.value.exit_code is Exit.USAGE
        said_well(refused.value, book.name)

    def test_no_two_programs_come_back_together(self, server, at):
        """Full jitter: each pause is anything from nothing to twice as long as before."""
        key = spreadsheet(server, [LEADS])
        pauses: list[list[float]] = []
        for seed in range(20):
            clock = Waiting()
            made = GoogleBook(sheets(at.url, clock, chance=random.Random(seed).random), key)
            server.faults.plan(Kind.UNAVAILABLE, times=4)
            made.read()
            pauses.append(clock.waits)
        for number, own in enumerate(zip(*pauses, strict=True)):
            longest = 2.0**number
            assert all(0 <= pause <= longest for pause in own)
            assert min(own) < longest / 4
            assert max(own) > longest * 3 / 4

    def test_the_longest_pause_is_about_a_minute(self, book, server, clock):
        book._client.pace.chance = lambda: 1.0
        server.faults.plan(Kind.UNAVAILABLE, times=7)
        book.read()
        assert clock.waits == [1, 2, 4, 8, 16, 32, 64]

    @pytest.mark.parametrize(
        ("asked", "waited"), [("20", 20.0), ("1.5", 1.5), ("-3", 0), ("tomorrow", 0), ("nan", 0)]
    )
    def test_what_google_asks_to_wait_is_waited(self, clock, asked, waited):
        busy = 429, "{}", {"Retry-After": asked}
        with Answering(busy, (200, "{}", {})) as google:
            own = sheets(google.url, clock, chance=lambda: 0.0)
            assert own.read("x", "") == {}
        assert clock.waits == [waited]

    @pytest.mark.parametrize("asked", ["301", "86400", "inf"])
    def test_longer_than_the_deadline_it_is_not_waited(self, clock, asked):
        with Answering((429, "{}", {"Retry-After": asked})) as google:
            with pytest.raises(GoogleBusy, match="has asked too often") as busy:
                sheets(google.url, clock).read("x", "")
            assert google.asked == 1
        assert clock.waits == []
        said_well(busy.value, address("x"))

    def test_the_deadline_is_kept(self, clock):
        with Answering((503, "{}", {"Retry-After": "90"})) as google:
            with pytest.raises(GoogleBusy):
                sheets(google.url, clock).read("x", "")
            assert google.asked == 4
        assert clock.now() == 270.0

    def test_a_run_that_asked_a_model_for_an_hour_may_still_try_again(self, book, server, clock):
        """The deadline is one request's, or every long run would lose its patience."""
        reading = book.read()
        clock.now_s += 3_600.0
        server.faults.plan(Kind.UNAVAILABLE, times=1)
        assert book.latest(reading) is reading

    @pytest.mark.parametrize("text", ["[]", "7", '"x"', "null"])
    def test_an_answer_of_another_form_is_none(self, clock, text):
        with Answering((200, text, {})) as google, pytest.raises(GoogleBusy, match="not one of"):
            sheets(google.url, clock).read("x", "")

    def test_a_redirect_is_not_followed(self, clock):
        away = 302, "", {"Location": "http://127.0.0.1:9/"}
        with Answering(away) as google, pytest.raises(GoogleRefused, match="302"):
            sheets(google.url, clock).read("x", "")

    def test_a_refusal_in_another_form_is_shown_short(self, clock):
        tea = 418, "<p>\n" + "tea " * 500, {}
        with Answering(tea) as google, pytest.raises(GoogleRefused) as refused:
            sheets(google.url, clock).read("x", "")
        assert len(refused.value.what) < 300
        said_well(refused.value, address("x"))

    def test_a_machine_without_a_connection_is_said_so(self, clock):
        with pytest.raises(GoogleBusy, match="there is no connection") as busy:
            sheets("http://127.0.0.1:9", clock).read("x", "")
        said_well(busy.value, address("x"))

    def test_an_address_that_cannot_be_asked_is_said_so(self, clock):
        with pytest.raises(GoogleBusy, match="the request failed"):
            sheets("http://", clock).read("x", "")


def said_well(error: SheetsyncError, name: str) -> None:
    """What and where, what was not done, what to do next: each a sentence."""
    assert name in error.what
    for sentence in (error.what, error.not_done, error.next_step):
        assert sentence[0].isupper() or sentence.startswith("https://")
        assert sentence.endswith(".")
        assert "Error" not in sentence
        assert "None" not in sentence


BEFORE = [Kind.UNAVAILABLE, Kind.INTERNAL, Kind.HTML, Kind.RESET, Kind.TIMEOUT]
AFTER = [
    Kind.UNAVAILABLE_AFTER,
    Kind.INTERNAL_AFTER,
    Kind.HTML_AFTER,
    Kind.RESET_AFTER,
    Kind.TIMEOUT_AFTER,
    Kind.TRUNCATED,
]
EDIT = [TabEdit("Leads", {(1, 1): 9}, header=0, key=0)]


class TestWrites:
    @pytest.mark.parametrize("kind", AFTER)
    def test_one_whose_answer_was_lost_is_found_by_its_token(self, book, server, kind):
        server.faults.plan(kind, "batchUpdate")
        written = book.write(book.read(), EDIT)
        assert len(writes(server)) <= 1  # the trace has none whose connection was cut
        assert generations(server) == 1
        assert score(book) == 9
        assert written.digest == book.read().digest

    @pytest.mark.parametrize("kind", BEFORE)
    def test_one_that_never_arrived_is_sent_again_the_same_and_committed_once(
        self, book, server, kind, monkeypatch
    ):
        bodies: list[Any] = []
        plain = server.handle

        def noting(method: str, path: str, query: Any = None, body: Any = None, **more: Any) -> Any:
            if path.endswith(":batchUpdate"):
                bodies.append(json.dumps(body))
            return plain(method, path, query, body, **more)

        monkeypatch.setattr(server, "handle", noting)
        server.faults.plan(kind, "batchUpdate")
        written = book.write(book.read(), EDIT)
        assert len(bodies) == 2
        assert bodies[0] == bodies[1]
        assert generations(server) == 1
        assert score(book) == 9
        assert written.digest == book.read().digest

    def test_one_that_arrives_late_is_committed_once(self, book, server):
        server.faults.plan(Kind.LATE, "batchUpdate")
        book.write(book.read(), EDIT)
        assert generations(server) == 1
        assert score(book) == 9

    def test_one_that_arrives_after_the_next_was_sent_is_refused_there(self, book, server, at):
        """The first looks lost, is sent again, and only then arrives: the fence has it."""
        server.faults.plan(Kind.TIMEOUT, "batchUpdate")
        server.faults.plan(Kind.TWICE, "batchUpdate")
        book.write(book.read(), EDIT)
        assert generations(server) == 1
        assert score(book) == 9

    def test_one_that_is_delivered_twice_is_committed_once(self, book, server):
        server.faults.plan(Kind.TWICE, "batchUpdate")
        edit = [TabEdit("Leads", {(3, 0): "L-0003", (3, 1): 1}, header=0, key=0)]
        book.write(book.read(), edit)
        assert generations(server) == 1
        assert book.read().grids[0].columns[0] == ["Lead ID", "L-0001", "L-0002", "L-0003"]

    def test_one_that_was_refused_for_haste_waits_and_goes_out_again(self, book, server, clock):
        reading = book.read()
        server.faults.plan(Kind.QUOTA, "batchUpdate", times=3)
        book.write(reading, EDIT)
        assert writes(server) == [429, 429, 429, 200]
        assert len(clock.waits) == 3
        assert generations(server) == 1

    def test_a_storm_of_such_refusals_ends(self, book, server, clock):
        reading = book.read()
        server.faults.plan(Kind.QUOTA, "batchUpdate", times=1_000)
        with pytest.raises(GoogleBusy, match="has asked too often") as busy:
            book.write(reading, EDIT)
        assert not isinstance(busy.value, NoAnswer)
        assert set(writes(server)) == {429}
        assert 8 <= len(writes(server)) <= 12
        assert clock.now() <= 300
        assert generations(server) == 0
        said_well(busy.value, book.name)

    def test_a_google_that_never_answers_is_given_up(self, book, server):
        reading = book.read()
        server.faults.plan(Kind.UNAVAILABLE, "batchUpdate", times=1_000)
        with pytest.raises(NoAnswer) as given_up:
            book.write(reading, EDIT)
        assert len(writes(server)) <= 5
        assert generations(server) == 0
        assert score(book) == 7
        assert given_up.value.exit_code is Exit.TEMPORARY
        said_well(given_up.value, book.name)

    def test_when_nothing_more_can_be_seen_it_is_said_that_it_is_not_known(self, book, server):
        """The write was carried out, its answer was lost, and then the connection was gone."""
        reading = book.read()
        server.faults.plan(Kind.RESET_AFTER, "batchUpdate")
        server.faults.plan(Kind.UNAVAILABLE, "spreadsheets.get", times=1_000)
        with pytest.raises(NoAnswer) as unknown:
            book.write(reading, EDIT)
        assert "not known whether the last write was carried out" in unknown.value.not_done
        assert unknown.value.exit_code is Exit.TEMPORARY
        said_well(unknown.value, book.name)
        server.faults.planned.clear()
        assert generations(server) == 1

    def test_a_write_that_lost_the_race_while_its_answer_was_lost_steps_back(self, book, server):
        reading = book.read()
        other = GoogleBook(near_client(InProcess(server)), book._id)

        def faster() -> None:
            server.faults.planned.clear()
            other.write(reading, [TabEdit("Leads", {(1, 1): 1})])

        server.faults.plan(Kind.RESET, "batchUpdate")
        server.between.before(faster, matching="spreadsheets.get")
        with pytest.raises(StaleBook) as stepped_back:
            book.write(reading, EDIT)
        assert score(book) == 1
        assert stepped_back.value.exit_code is Exit.STALE
        said_well(stepped_back.value, book.name)

    @pytest.mark.parametrize("kind", [Kind.REVOKED, Kind.GONE, Kind.EXPIRED])
    def test_a_refusal_of_access_is_final(self, book, server, clock, kind):
        reading = book.read()
        server.faults.plan(kind, "batchUpdate")
        with pytest.raises(BookError) as refused:
            book.write(reading, EDIT)
        assert refused.value.exit_code is Exit.USAGE
        assert clock.waits == []
        assert len(writes(server)) == 1
        assert generations(server) == 0


class TestPace:
    def test_no_more_than_sixty_of_a_kind_leave_in_a_minute(self):
        clock = Waiting()
        pace = Pace(now=clock.now, sleep=clock.sleep)
        left = {"read": [], "write": []}
        for number in range(1_000):
            kind = "write" if number % 3 == 0 else "read"
            pace.wait_for_turn(kind)
            left[kind].append(clock.now())
            clock.now_s += 0.05
        for moments in left.values():
            assert all(
                later - first >= 60 for first, later in zip(moments, moments[60:], strict=False)
            )
            assert all(first <= later for first, later in pairwise(moments))

    def test_the_quota_of_google_is_never_exceeded(self):
        """Against a server that counts as Google does, in virtual time, over ten minutes."""
        clock = Waiting()
        began = datetime(2026, 3, 2, 12, 0, 17, tzinfo=UTC)
        server = Server(quota=Quota(), clock=lambda: began + timedelta(seconds=clock.now()))
        with Loopback(server) as at:
            own = sheets(at.url, clock, per_minute=60)
            book = GoogleBook(own, spreadsheet(server, [LEADS]))
            server.trace.clear()
            for number in range(300):
                own.read(book._id, "", params={"fields": "spreadsheetId"})
                if number % 2:
                    book.try_writing()
                clock.now_s += 0.1
        statuses = {status for _, _, status in server.trace}
        assert statuses == {200}
        assert len(server.trace) == 450
        assert clock.now() < 300
        assert clock.waits

    @pytest.mark.parametrize("seed", range(10))
    def test_someone_else_who_uses_the_quota_up_costs_a_wait_and_no_more(self, seed):
        clock = Waiting()
        began = datetime(2026, 3, 2, 12, tzinfo=UTC)
        server = Server(quota=Quota(), clock=lambda: began + timedelta(seconds=clock.now()))
        with Loopback(server) as at:
            own = sheets(at.url, clock, per_minute=60, chance=random.Random(seed).random)
            book = GoogleBook(own, spreadsheet(server, [LEADS]))
            for _ in range(60):
                server.handle("GET", f"/v4/spreadsheets/{book._id}", {"fields": "spreadsheetId"})
            reading = book.read()
            book.write(reading, EDIT)
        assert 0 < clock.now() < 300
        assert generations(server) == 1
