"""From frames to incidents: what is the same happening, and what is known of it."""
