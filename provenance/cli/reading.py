"""What the options of a command say about reading."""

from argparse import Namespace

from provenance.reading import ReadingOptions


def read_options(args: Namespace) -> ReadingOptions:
    """Take how to read from the options of a command; a command may have none of them."""
    return ReadingOptions(format=getattr(args, "input", None))
