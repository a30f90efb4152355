"""``python -m tests.sheets_server --port 8765``: run the server until it is stopped."""

import argparse
from collections.abc import Sequence

from tests.sheets_server.http import Loopback
from tests.sheets_server.quota import Quota
from tests.sheets_server.server import Server


def quota(text: str) -> Quota:
    """``60`` or ``60/300``: requests a minute for a user, and for all together.

    Raises:
        ValueError: Not of that form; argparse says so.
    """
    user, _, project = text.partition("/")
    return Quota(int(user), int(project) if project else 300)


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve on loopback and say when ready."""
    parser = argparse.ArgumentParser(prog="python -m tests.sheets_server", description=__doc__)
    parser.add_argument("--port", type=int, default=8765, help="0 lets the system choose")
    parser.add_argument("--seed", type=int, default=0, help="start of all ids")
    parser.add_argument("--quota", type=quota, default=None, help="60 or 60/300 a minute")
    given = parser.parse_args(arguments)
    loopback = Loopback(Server(seed=given.seed, quota=given.quota), given.port)
    print(f"The Sheets server is ready at {loopback.url}", flush=True)
    try:
        loopback.http.serve_forever(0.05)
    except KeyboardInterrupt:
        loopback.http.server_close()


if __name__ == "__main__":
    main()
