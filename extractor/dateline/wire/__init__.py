"""Records on the wire: JSON lines and their schema."""
