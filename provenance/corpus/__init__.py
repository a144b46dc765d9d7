"""Many articles: archives audited into tables, and what is asked of these."""
