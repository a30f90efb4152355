"""Benchmarks of the workbook sync and of the evidence gate; not part of the package."""
