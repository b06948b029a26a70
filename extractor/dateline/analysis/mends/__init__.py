"""Mends, behind the parser and the tagger, of what the models are known to take wrongly in everyday wording."""
