"""Earlier versions of files, asked from git."""

import shutil
import subprocess
from pathlib import Path

from provenance.errors import SettingsError


def check_revision(revision: str) -> None:
    """Raise SettingsError if git does not know the revision here."""
    _run(Path(), "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", about=revision)


def read_at(revision: str, path: str) -> bytes | None:
    """Read a file as it was at a revision; None where it was not there, or lies outside the repository."""
    file = Path(path)
    if not file.is_file():
        return None
    done = subprocess.run(  # noqa: S603  our own arguments; the revision was checked before
        [_git(), "cat-file", "blob", f"{revision}:./{file.name}"], cwd=file.parent, capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else None


def _run(folder: Path, *arguments: str, about: str) -> bytes:
    done = subprocess.run([_git(), *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603  as above
    if done.returncode != 0:
        reason = done.stderr.decode(errors="replace").strip() or "unknown revision"
        msg = f"--diff {about}: {reason}"
        raise SettingsError(msg)
    return done.stdout


def _git() -> str:
    git = shutil.which("git")
    if git is None:
        msg = "--diff needs git"
        raise SettingsError(msg)
    return git
