"""The Books: where a workbook is really kept."""
