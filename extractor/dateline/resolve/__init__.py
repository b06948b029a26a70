"""Resolves mentions: what they mean in the world - days, coordinates."""
