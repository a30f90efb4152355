"""The marks in Sync state tell every column of a tab apart."""

import pytest

from sheetsync import state
from sheetsync.contract import TabContract, load


@pytest.mark.parametrize("tab", load().tabs, ids=lambda tab: tab.tab)
def test_no_two_columns_of_a_tab_share_a_mark(tab: TabContract) -> None:
    marks = {state.stamp(column.title, "x")[:3]: column.title for column in tab.columns}
    assert len(marks) == len(tab.columns)
