"""Rosters: reading, matching, checking, and what they tell of a batch."""
