"""Learning: labelled sentences, training, choosing; used by commands, never by reading a report."""
