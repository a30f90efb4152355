"""The evidence gate: what a draft claims must stand in the lead's own cells.

:func:`~sheetsync.evidence.gate.judge` decides on a draft,
:func:`~sheetsync.evidence.verify.verify_lines` on a stream of them.
"""
