"""Fixes: edits planned, tried in memory, guarded, then written so that no byte gets lost."""
