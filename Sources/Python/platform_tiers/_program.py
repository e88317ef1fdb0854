"""The native program, where the wheel that was installed has brought it."""

from __future__ import annotations

import importlib.metadata
import os
import pathlib
import subprocess
from typing import Sequence


def find() -> pathlib.Path | None:
    """The program that was installed with this package, and no other of its name."""
    try:
        files = importlib.metadata.files("platform-tiers") or []
    except importlib.metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.name in ("platform-tiers", "platform-tiers.exe") and file.parent.name in ("bin", "Scripts"):
            path = pathlib.Path(os.path.abspath(file.locate()))
            if path.is_file() and path.read_bytes()[:4] == b"\x7fELF":
                return path
    return None


def run(program: pathlib.Path, arguments: Sequence[str], text: bytes) -> tuple[int, bytes, bytes]:
    """How it ended, and what it printed on standard output and standard error."""
    done = subprocess.run([str(program), *arguments], input=text, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr
