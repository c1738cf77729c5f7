"""How a cue word ties itself to what it counts."""
