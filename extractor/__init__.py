"""nianjian: reads, checks and scores Chinese open-government annual reports."""

__version__ = "0.1.0"
