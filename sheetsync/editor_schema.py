"""The JSON Schema by which an editor checks ``schemas/*.yaml`` while somebody types.

Derived from the contract's own classes, so it can say nothing else than they do:
which words a file may use, of which type, and what each means. Header notes are
left out, since they are written in ``templates/notes.yaml``. What one field asks
of another (a choice needs its ``isin``) is checked when the file is loaded.
"""

import json
from typing import Any

from sheetsync.contract import ColumnSpec, TabContract

NAME = "contract.schema.json"
"""Name of the committed file; each YAML file names it in its first line."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def editor_schema() -> dict[str, Any]:
    """Describe one file of ``schemas/`` as JSON Schema, draft 2020-12."""
    schema = TabContract.model_json_schema()
    del schema["$defs"][ColumnSpec.__name__]["properties"]["note"]
    schema["title"] = "Contract of one tab"
    return {"$schema": DIALECT, **schema}


def as_text() -> str:
    """The content of ``schemas/contract.schema.json``."""
    return json.dumps(editor_schema(), ensure_ascii=False, indent=2) + "\n"
