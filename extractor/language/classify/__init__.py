"""The sentence classifier's inference: labels, what it sees of a sentence, and loading a model."""
