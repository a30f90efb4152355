"""The local Sheets server is no part of the program: its own tests say nothing of coverage."""

import pytest


@pytest.fixture(autouse=True)
def untraced(no_cover: None) -> None:
    """Run without the tracing of coverage, which more than doubles their time."""
