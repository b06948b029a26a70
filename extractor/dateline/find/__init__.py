"""Finds mentions: where in the text the words stand that may fill a field."""
