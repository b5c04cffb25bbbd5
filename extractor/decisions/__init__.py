"""Reviewers' verdicts: what they typed, where it is kept, what it mutes."""
