"""The one way to Google: gspread's HTTP client with time-outs, a pace, and no blind retry.

Reads are tried again; a write never is, because nobody knows whether the first one
arrived (``google_fence`` finds out). What comes back is JSON or one of ``google_errors``.
"""

import json
from collections.abc import Mapping
from typing import Any, Literal

import requests
from google.auth import exceptions as auth_errors
from google.auth.credentials import Credentials
from google.auth.transport.requests import AuthorizedSession, Request
from gspread.http_client import HTTPClient  # noqa: TID253 - this module is only imported when a Sheet is opened

from sheetsync.books import google_errors
from sheetsync.books.google_pace import Pace

SHEETS = "https://sheets.googleapis.com"
CONNECT_S, READ_S = 10.0, 120.0
"""Time-outs in seconds. Google ends a request that takes longer than 180 seconds itself
(Google Sheets API, usage limits)."""

_TRIES, _TRIES_FOR_HASTE = 8, 12
"""How often a request is made at most. A quota is full again after a minute, and with full
jitter eight tries may all fall within that one."""

_TOO_OFTEN = 429
_PASSING = frozenset({_TOO_OFTEN, 500, 502, 503, 504})

Kind = Literal["read", "write"]


class SheetsClient(HTTPClient):
    """gspread's client, for one account.

    Args:
        credentials: Whoever asks.
        account: The address to share a sheet with; ``""`` if it is not known.
        base: Where the Sheets API is; another address than Google's only on loopback.
        pace: How fast and how long it asks.
    """

    def __init__(
        self,
        credentials: Credentials | None,
        *,
        account: str = "",
        base: str = SHEETS,
        pace: Pace | None = None,
        timeout: tuple[float, float] = (CONNECT_S, READ_S),
    ) -> None:
        session = _anonymous() if credentials is None else _authorized(credentials)
        super().__init__(auth=None, session=session)  # type: ignore[arg-type] # the session stands in for credentials
        self.account = account
        self.base = base
        self.pace = pace or Pace()
        self.set_timeout(timeout)

    def read(
        self,
        spreadsheet: str,
        rest: str,
        *,
        params: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Make a request that changes nothing; it is tried again while there is time.

        Args:
            spreadsheet: The id.
            rest: What follows it in the path, such as ``/values:batchGet``.
            params: The query.
            body: JSON for a POST; ``None`` makes a GET.

        Raises:
            GoogleBusy: Google is not there, or asks to wait too long.
            BookError: Google refuses.
        """
        since, attempt = self.pace.now(), 0
        while True:
            attempt += 1
            try:
                return self._once("read", spreadsheet, rest, params, body)
            except _Passing as passing:
                if self._may_again(attempt, passing, since):
                    continue
                raise _given_up(_name(spreadsheet), passing) from None

    def write(
        self, spreadsheet: str, body: Mapping[str, Any], *, fields: str = ""
    ) -> dict[str, Any]:
        """Send one ``batchUpdate``, once. Only a refusal for haste (429) is tried again.

        Raises:
            NoAnswer: It may or may not have been carried out.
            GoogleBusy: Google asks to wait longer than there is time.
            BookError: Google refuses; nothing was carried out.
        """
        params = {"fields": fields} if fields else None
        since, attempt = self.pace.now(), 0
        while True:
            attempt += 1
            try:
                return self._once("write", spreadsheet, ":batchUpdate", params, body)
            except _Passing as passing:
                if passing.status != _TOO_OFTEN:
                    raise google_errors.no_answer(_name(spreadsheet), passing.why) from None
                if self._may_again(attempt, passing, since):
                    continue
                raise _given_up(_name(spreadsheet), passing) from None

    def _may_again(self, attempt: int, passing: "_Passing", since: float) -> bool:
        most = _TRIES_FOR_HASTE if passing.status == _TOO_OFTEN else _TRIES
        return attempt < most and self.pace.wait_again(attempt, passing.after_s, since=since)

    def _once(
        self,
        kind: Kind,
        spreadsheet: str,
        rest: str,
        params: Mapping[str, Any] | None,
        body: Mapping[str, Any] | None,
    ) -> dict[str, Any]:
        self.pace.wait_for_turn(kind)
        response = self._sent(f"{self.base}/v4/spreadsheets/{spreadsheet}{rest}", params, body)
        if response.status_code in _PASSING:
            raise _Passing(
                f"Google has trouble of its own ({response.status_code})",
                status=response.status_code,
                after_s=_seconds(response.headers.get("Retry-After")),
            )
        if response.status_code != 200:
            reason = _reason(response)
            raise google_errors.refused(
                _name(spreadsheet), response.status_code, reason, self.account
            )
        try:
            answer = response.json()
        except ValueError:
            raise _Passing("the answer broke off") from None
        if not isinstance(answer, dict):
            raise _Passing("the answer was not one of Google Sheets")
        return answer

    def _sent(
        self, url: str, params: Mapping[str, Any] | None, body: Mapping[str, Any] | None
    ) -> requests.Response:
        """Let one request leave; what the libraries raise becomes ours."""
        try:
            return self.session.request(
                method="GET" if body is None else "POST",
                url=url,
                params=dict(params) if params else None,
                data=None if body is None else json.dumps(body, separators=(",", ":")).encode(),
                headers=None if body is None else {"Content-Type": "application/json"},
                timeout=self.timeout,
                allow_redirects=False,
            )
        except auth_errors.RefreshError as error:
            if error.retryable:
                raise _Passing("Google gives out no sign-in at the moment") from None
            raise google_errors.not_let_in(str(error)) from None
        except (auth_errors.TransportError, requests.ConnectionError) as error:
            if _is_untrusted(error):
                raise google_errors.untrusted() from None
            raise _Passing("there is no connection, or it broke off") from None
        except requests.Timeout:
            raise _Passing("no answer came in time") from None
        except (requests.RequestException, auth_errors.GoogleAuthError) as error:
            raise _Passing(f"the request failed ({type(error).__name__})") from None


class _Passing(Exception):
    """Something that may be over in a moment."""

    def __init__(self, why: str, *, status: int = 0, after_s: float | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.status = status
        self.after_s = after_s


def _anonymous() -> requests.Session:
    """A session for loopback, where nobody looks at credentials."""
    session = requests.Session()
    session.trust_env = False  # no proxy, no netrc
    return session


def _authorized(credentials: Credentials) -> requests.Session:
    """A session whose requests bear the credentials' token, and no password of a netrc file."""
    asking = requests.Session()
    asking.auth = _as_it_is
    session = AuthorizedSession(credentials, auth_request=Request(asking))  # type: ignore[no-untyped-call] # google-auth has no types here
    session.auth = _as_it_is
    return session


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """An authentication that adds nothing; without one, requests would look into netrc."""
    return request


def _is_untrusted(error: BaseException | None) -> bool:
    """Was it the certificate? google-auth wraps what requests raises."""
    while error is not None and not isinstance(error, requests.exceptions.SSLError):
        error = error.__cause__
    return error is not None


def _given_up(name: str, passing: _Passing) -> google_errors.GoogleBusy:
    if passing.status == _TOO_OFTEN:
        return google_errors.too_often(name)
    return google_errors.busy(name, passing.why)


def _name(spreadsheet: str) -> str:
    from sheetsync.books.google_address import address

    return address(spreadsheet)


def _seconds(header: str | None) -> float | None:
    """Read ``Retry-After`` in its form of seconds; a date is not worth waiting for."""
    try:
        return max(0.0, float(header)) if header else None
    except ValueError:
        return None


def _reason(response: requests.Response) -> str:
    """Google's own message, as short as it comes."""
    try:
        error = response.json()["error"]
        return str(error["message"] if isinstance(error, dict) else error)
    except (ValueError, KeyError, TypeError):
        return " ".join(response.text[:200].split())
