"""A spreadsheet server on loopback that speaks what Google documents of Sheets v4 and Drive v3.

It is a test double for whole programs: real HTTP, real clients, no network. Every
request is checked against the discovery document that Google ships, and what the
server does not do it refuses with 501 and a plain sentence; see README.md.
"""

from tests.sheets_server.server import Server
from tests.sheets_server.switches import Switches

__all__ = ["Server", "Switches"]
