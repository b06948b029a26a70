"""Training and building of what dateline ships; not part of the package."""
