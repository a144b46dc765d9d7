"""Many articles: which of them report the same statement, where it comes from, and what became of it on the way."""
