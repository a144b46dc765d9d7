"""One module a format: each gives the articles in a file."""
