"""What Google or the way to it refuses, as one plain sentence each. No secret is ever in one."""

import re

from sheetsync.errors import BookError, Exit, StaleBook, WrongBook

_NOTHING = "Nothing was read or written."
_UNWRITTEN = "Nothing was written."
_NEW_KEY = (
    "Make a new key for the service account in the Google Cloud console (IAM & Admin → Service "
    "Accounts → Keys), and name its file in GOOGLE_APPLICATION_CREDENTIALS."
)
SIGN_IN = (
    "gcloud auth application-default login --scopes="
    "https://www.googleapis.com/auth/spreadsheets,https://www.googleapis.com/auth/cloud-platform"
)
"""Without the scopes the sign-in is not good for Google Sheets; gcloud itself asks for the second."""

_PROJECT = re.compile(r"project[ =](\d+)")
_CLOCK = re.compile(r"short-lived|reasonable timeframe|\biat\b")
_SCOPES = re.compile(r"invalid_scope|insufficient authentication scopes|missing scopes")


class GoogleRefused(BookError):
    """Google answered, and the answer was no.

    Args:
        what: What went wrong, and where.
        status: The HTTP status.
        reason: What Google says of it, kept for the program, not for people.
    """

    def __init__(
        self, what: str, *, not_done: str, next_step: str, status: int, reason: str = ""
    ) -> None:
        super().__init__(what, not_done=not_done, next_step=next_step)
        self.status = status
        self.reason = reason


class Protected(GoogleRefused):
    """A protected range keeps the account from writing."""

    exit_code = Exit.REFUSED


class GoogleBusy(BookError):
    """Google cannot be reached, does not answer, or asks to wait longer than a run may take."""

    exit_code = Exit.TEMPORARY


class NoAnswer(GoogleBusy):
    """A request was sent and its answer never came: nobody knows whether it was carried out."""


class NoAccess(BookError):
    """The credentials are missing, wrong, or not allowed to open the sheet."""

    exit_code = Exit.USAGE


def no_answer(name: str, why: str) -> NoAnswer:
    """The request left, and nothing that could be read came back."""
    return NoAnswer(
        f"Google did not confirm the write to {name}: {why}.",
        not_done="It is not known whether the last write was carried out.",
        next_step="Run the command again in a few minutes; what was done is not done twice.",
    )


def busy(name: str, why: str) -> GoogleBusy:
    """Google, or the way to it, is not there at the moment."""
    return GoogleBusy(
        f"{name} cannot be reached at the moment: {why}.",
        not_done="The run stopped there, and changed nothing further.",
        next_step="Check the connection, and run the command again in a few minutes.",
    )


def too_often(name: str) -> GoogleBusy:
    """Google answers no more for a while (429)."""
    return GoogleBusy(
        f"Google answers no more for {name} at the moment: the account has asked too often.",
        not_done="The run stopped there, and changed nothing further.",
        next_step="Run the command again in a few minutes; other programs that use the same "
        "account count too.",
    )


def untrusted() -> BookError:
    """The certificate does not prove that it is Google."""
    return BookError(
        "There is no secure connection to Google: the certificate that came back is not trusted.",
        not_done=_NOTHING,
        next_step="Set the date and time of this machine; if they are right, ask whoever looks "
        "after your network, because a proxy stands between.",
    )


def not_let_in(reason: str) -> BookError:
    """Google gave no token for the credentials.

    Args:
        reason: What the token server said; looked at, never shown.
    """
    told = reason.casefold()
    if "impersonat" in told:
        if "has not been used" in told:
            return _switched_off("IAM Service Account Credentials API", "iamcredentials", told)
        return NoAccess(
            "The credentials may not act as the service account that they are to act as.",
            not_done=_NOTHING,
            next_step="Give your account the role Service Account Token Creator on that service "
            "account; if SHEETSYNC_IMPERSONATE names it, check the name or leave it out.",
        )
    if "invalid_grant" in told and _CLOCK.search(told):
        return NoAccess(
            "Google does not accept the credentials because this machine's clock is wrong.",
            not_done=_NOTHING,
            next_step="Set the date and time of this machine, and run the command again.",
        )
    if _SCOPES.search(told):
        return _without_sheets()
    if any(each in told for each in ("invalid_grant", "deleted", "disabled", "revoked")):
        return NoAccess(
            "Google no longer accepts the credentials: the account or its key was deleted, "
            "disabled or revoked.",
            not_done=_NOTHING,
            next_step=f"{_NEW_KEY} If you had signed in instead, do it again with “{SIGN_IN}”.",
        )
    return NoAccess(
        "Google did not accept the credentials.",
        not_done=_NOTHING,
        next_step=f"{_NEW_KEY} If you had signed in instead, do it again with “{SIGN_IN}”.",
    )


def refused(name: str, status: int, reason: str, account: str) -> BookError:
    """Say what an error status means.

    Args:
        name: How messages call the sheet.
        status: The HTTP status.
        reason: Google's own message.
        account: Address of the account that asks; ``""`` if it is not known.
    """
    who = account or "the account that sheetsync uses"
    told = reason.casefold()
    if status == 401:
        return not_let_in("revoked")
    if status == 403 and ("has not been used" in told or "is disabled" in told):
        return _switched_off("Google Sheets API", "sheets", told)
    if status == 403 and _SCOPES.search(told):
        return _without_sheets()
    if status == 403 and "quota project" in told:
        return NoAccess(
            "The sign-in on this machine does not say which Google Cloud project it belongs to.",
            not_done=_NOTHING,
            next_step="Run “gcloud auth application-default set-quota-project PROJECT” with your "
            "project's name, and run the command again.",
        )
    if status in (400, 403) and "protected cell or object" in told:
        return Protected(
            f"A protected range in {name} does not let {who} write.",
            not_done=_UNWRITTEN,
            next_step=f"Open Data → Protect sheets and ranges in the sheet, and allow {who} to "
            "edit, or set the range to show a warning only; “sheetsync doctor” names the range.",
            status=status,
            reason=reason,
        )
    if status == 403:
        return NoAccess(
            f"{name} is not shared with {who}, or for viewing only.",
            not_done=_UNWRITTEN,
            next_step=f"Open the sheet, press Share, add {who} as an editor, and run the "
            "command again.",
        )
    if status == 404:
        return NoAccess(
            f"There is no Google Sheet at {name}, or it is in the bin.",
            not_done=_NOTHING,
            next_step="Open the sheet in the browser and copy its address again; if it was "
            "deleted, take it out of the bin first.",
        )
    if "not supported for this document" in told:
        return WrongBook(
            f"{name} is not a Google Sheet: it is an Excel file that lies in Google Drive.",
            not_done=_NOTHING,
            next_step="Open it in the browser, choose File → Save as Google Sheets, and use the "
            "address of the sheet that this makes.",
        )
    return GoogleRefused(
        f"Google refused what was asked of {name} ({status}: {_short(reason)}).",
        not_done=_UNWRITTEN,
        next_step="Run the command again; if it stays, run “sheetsync doctor” on the sheet.",
        status=status,
        reason=reason,
    )


def _switched_off(api: str, service: str, told: str) -> NoAccess:
    project = _PROJECT.search(told)
    at = f"?project={project[1]}" if project else ""
    return NoAccess(
        f"The {api} is not switched on in the Google Cloud project of the credentials.",
        not_done=_NOTHING,
        next_step=f"Open https://console.cloud.google.com/apis/library/{service}.googleapis.com{at}, "
        "press Enable, wait a few minutes, and run the command again.",
    )


def _without_sheets() -> NoAccess:
    return NoAccess(
        "The sign-in of this machine is not good for Google Sheets.",
        not_done=_NOTHING,
        next_step=f"Sign in again with “{SIGN_IN}”.",
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else line[:159] + "…"


def unsettled(name: str, why: str) -> StaleBook:
    """Say that a spreadsheet was being rebuilt while a run was at it.

    Args:
        name: How messages call it.
        why: What was seen, as the rest of a sentence.
    """
    return StaleBook(
        f"{name} was being rebuilt: {why}.",
        not_done="Nothing was written.",
        next_step="Run the command again when that is done.",
    )
