"""Keeps the libraries that reading calls from talking."""

LIBRARIES = ("trafilatura", "htmldate", "justext", "charset_normalizer")


def silence_libraries() -> None:
    """Stop the log lines of the libraries from reaching a user's terminal, whatever the application logs."""
    import logging  # noqa: PLC0415 - plain text is read without it

    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
