"""The rules and derived cells: a module a block, and beside it what the block judges row by row.

``research``; ``qualification`` and its ``decision``; ``outreach`` and its
``first_message``; ``followup`` and its ``touch``; ``crm`` and its ``record``.
"""
