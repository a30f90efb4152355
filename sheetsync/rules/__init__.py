"""The rules and derived cells, one module a block."""
