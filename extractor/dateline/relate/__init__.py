"""Relates mentions: what belongs together, who did what to whom."""
