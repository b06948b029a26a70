"""The version of the distribution, where all layers can see it."""

__version__ = "0.1.0"
