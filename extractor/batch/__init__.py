"""Many reports: what to read, workers, resuming, and the files that people open."""
