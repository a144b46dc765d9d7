"""For people: what a terminal shows."""
