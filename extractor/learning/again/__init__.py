"""Training the model that says whether a problem was told before. Needs PyTorch.

`python -m evaluation.retold` trains it, learns what B507 gives for its word, and writes
`models/again/`. Importing this package imports no torch.
"""
