"""Training the model that says which problem a measure is meant for. Needs PyTorch.

`python -m extractor.learning.meant OUT`; what it writes is used without PyTorch
(`extractor.language.meant`). Importing this package imports no torch.
"""
