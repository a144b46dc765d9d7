"""For machines: versioned formats, each of which owns its list of fields."""
