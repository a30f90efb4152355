"""What clients ask for before their first call: a token, and the description of the API.

The token is worth nothing and expires in an hour, as Google's do (OAuth 2.0 for service
accounts, "Handling the response"). The descriptions are those that Google ships.
"""

import re
from typing import Any

from tests.sheets_server import discovery

_TOKENS = {"/token", "/oauth2/v4/token"}
_APIS = {"sheets": "sheets.v4", "drive": "drive.v3"}
_REST = re.compile(r"^/discovery/v1/apis/(sheets|drive)/v\d/rest$")


def answer(verb: str, path: str) -> Any:
    """The answer of a call that is about neither files nor cells, or ``None``."""
    if verb == "POST" and path in _TOKENS:
        return {"access_token": "local", "expires_in": 3599, "token_type": "Bearer"}
    if verb == "GET" and path == "/$discovery/rest":
        return dict(discovery.document(_APIS["sheets"]))
    if verb == "GET" and (match := _REST.match(path)):
        return dict(discovery.document(_APIS[match[1]]))
    return None
