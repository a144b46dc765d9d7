"""Entry point of `provenance`: finds the subcommand, loads its module only, turns what goes wrong into exit codes.

A command raises ProvenanceError or OSError where it cannot do what it was asked for; here it becomes words and exit code 2.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from provenance.cli.parser import MODULES, build_parser
from provenance.collector import end_quickly, no_collections

CANNOT = 2
SIGNALLED = 128
INTERRUPTED = 130
PIPE_CLOSED = 141


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command of `argv` (default: of the process) and return its exit code."""
    if argv is None:
        end_quickly()
        _ready_streams()
    if sys.stdout is None:
        print("provenance: standard output is closed", file=sys.stderr)
        return CANNOT
    try:
        code = _run_command(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
        return PIPE_CLOSED
    except OSError as error:
        _silence_stdout()
        print(f"provenance: {error.filename or 'standard output'}: {error.strerror or error}", file=sys.stderr)
        return CANNOT
    except KeyboardInterrupt as interrupt:  # by Ctrl-C, or by a signal that the command names
        return SIGNALLED + interrupt.args[0] if interrupt.args else INTERRUPTED
    return code


def _run_command(argv: Sequence[str] | None) -> int:
    given = sys.argv[1:] if argv is None else list(argv)
    parser = build_parser(given)
    args = parser.parse_args(given)
    if args.command is None:
        parser.print_usage(sys.stderr)
        return CANNOT
    with no_collections():
        command = import_module(getattr(args, "module", MODULES[args.command]))
    return _run_or_complain(command.run, args)


def _run_or_complain(command: Callable[[Namespace], int], args: Namespace) -> int:
    from provenance.cli.complaints import complain  # noqa: PLC0415 - `--help` needs neither
    from provenance.errors import ProvenanceError  # noqa: PLC0415 - as above

    try:
        return command(args)
    except BrokenPipeError:
        raise
    except (ProvenanceError, OSError) as error:
        return complain(str(error))


def _ready_streams() -> None:
    """Let standard output show a mark for what its encoding lacks, rather than fail; what is closed swallows everything."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _silence_stdout() -> None:
    """Point stdout at nothing, so that the interpreter does not complain about the closed pipe on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(run())
