"""What Google or the way to it refuses, as one plain sentence each. No secret is ever in one."""

from sheetsync.errors import BookError, Exit


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
        f"Google did not answer for {name} ({why}).",
        not_done="It is not known whether the last request was carried out.",
        next_step="Run the command again in a minute; what was done will not be done twice.",
    )


def busy(name: str, why: str) -> GoogleBusy:
    """Google, or the way to it, is not there at the moment."""
    return GoogleBusy(
        f"{name} cannot be reached at the moment: {why}.",
        not_done="Nothing was written.",
        next_step="Run the command again in a few minutes.",
    )


def not_let_in(reason: str) -> BookError:
    """Google gave no token for the credentials.

    Args:
        reason: What the token server said; looked at, never shown.
    """
    told = reason.casefold()
    if "invalid_grant" in told and ("iat" in told or "short-lived" in told or "time" in told):
        return NoAccess(
            "Google does not accept the credentials because this machine's clock is wrong.",
            not_done="Nothing was read or written.",
            next_step="Set the date and time of this machine, and run the command again.",
        )
    if "invalid_grant" in told or "deleted" in told or "disabled" in told or "revoked" in told:
        return NoAccess(
            "Google no longer accepts the credentials: the account or its key was deleted, "
            "disabled or revoked.",
            not_done="Nothing was read or written.",
            next_step="Make a new key for the service account, and name its file in "
            "GOOGLE_APPLICATION_CREDENTIALS.",
        )
    if "impersonat" in told or "tokencreator" in told or "getaccesstoken" in told:
        return NoAccess(
            "The credentials may not act as the service account that SHEETSYNC_IMPERSONATE names.",
            not_done="Nothing was read or written.",
            next_step="Give your account the role Service Account Token Creator on it, or leave "
            "SHEETSYNC_IMPERSONATE out.",
        )
    return NoAccess(
        "Google did not accept the credentials.",
        not_done="Nothing was read or written.",
        next_step="Run “sheetsync doctor” on the sheet, or make a new key for the service account.",
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
    if status == 401:
        return NoAccess(
            "Google no longer accepts the credentials.",
            not_done="Nothing was written.",
            next_step="Make a new key for the service account, and name its file in "
            "GOOGLE_APPLICATION_CREDENTIALS.",
        )
    if (status == 403 and "has not been used" in reason) or "is disabled" in reason:
        return NoAccess(
            "The Google Sheets API is not switched on in the project of the credentials.",
            not_done="Nothing was written.",
            next_step="Switch it on in the Google Cloud console under APIs & Services, wait a "
            "minute, and run the command again.",
        )
    if status == 403 and "protected" in reason:
        return GoogleRefused(
            f"A protected range in {name} does not let {who} write.",
            not_done="Nothing was written.",
            next_step=f"Open Data → Protect sheets and ranges, and allow {who} to edit, or set "
            "the range to show a warning only.",
            status=status,
            reason=reason,
        )
    if status == 403:
        return NoAccess(
            f"{name} is not shared with {who}, or not for editing.",
            not_done="Nothing was written.",
            next_step=f"Open the sheet, press Share, add {who} as an editor, and run the "
            "command again.",
        )
    if status == 404:
        return NoAccess(
            f"There is no Google Sheet at {name}, or it is in the bin.",
            not_done="Nothing was written.",
            next_step="Copy the address from the browser again; restore the sheet if it was deleted.",
        )
    return GoogleRefused(
        f"Google refused what was asked of {name} ({status}: {_short(reason)}).",
        not_done="Nothing was written.",
        next_step="Run the command again; if it stays, run “sheetsync doctor” on the sheet.",
        status=status,
        reason=reason,
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else line[:159] + "…"
