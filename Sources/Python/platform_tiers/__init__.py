"""Check the tables of a platform-support policy, NumPy's NEP 57 first.

>>> import platform_tiers
>>> findings = platform_tiers.lint(text, name="nep-0057-numpy-platform-support.rst")

No function here looks at a configuration file or writes a file. Where the wheel has the core as WebAssembly, it runs in
this process; where it has the native program, that is started.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import os
from dataclasses import dataclass
from typing import Any, Literal, Mapping, Sequence

from . import _program

__all__ = ["Edit", "Finding", "Fix", "Note", "PlatformTiersError", "__version__", "fix", "inspect", "lint", "table"]

try:
    __version__ = importlib.metadata.version("platform-tiers")
except importlib.metadata.PackageNotFoundError:
    __version__ = "unknown"

Severity = Literal["error", "warning", "info"]
TableFormat = Literal["rst", "list-table", "markdown", "html", "csv", "json"]


class PlatformTiersError(Exception):
    """Something could not be read, or there is no such tier, policy or registry; the message says what."""


@dataclass(frozen=True)
class Note:
    """Another place that belongs to a finding. Lines and columns count from 1, columns in UTF-8 bytes."""

    message: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Edit:
    """The text to put where something stands."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Fix:
    """What would mend a finding; `fix` applies those that are safe."""

    safety: Literal["safe", "unsafe"]
    summary: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Finding:
    """Lines and columns count from 1, columns in UTF-8 bytes; the end is behind the last byte."""

    rule: str
    severity: Severity
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    help: str | None = None
    url: str | None = None
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None


def lint(
    text: str | bytes, *, name: str, policy: str | os.PathLike[str] | None = None,
    today: datetime.date | str | None = None,
) -> list[Finding]:
    """What is wrong in a document, in the order of its lines.

    `name` is what reports call it, and says by its ending how it reads. `policy` is `nep57`, which is the default, or a
    YAML file. `today` is the day to check dates against, instead of the clock's in UTC.
    """
    options = _options(policy=policy, today=today, format="json")
    output = _ask("lint", ["-"], {"stdin-filename": [name], "no-config": [], **options}, text, accepted=(0, 1))
    return [_finding(value) for value in json.loads(output)]


def fix(
    text: str | bytes, *, name: str, policy: str | os.PathLike[str] | None = None,
    today: datetime.date | str | None = None,
) -> str:
    """The document with all mended that needs no judgement."""
    options = _options(policy=policy, today=today)
    output = _ask("lint", ["-"], {"stdin-filename": [name], "no-config": [], "fix": [], **options}, text, (0, 1))
    return output.decode("utf-8", "surrogateescape")


def inspect(text: str | bytes, *, name: str) -> dict[str, Any]:
    """What is read of a document: `format`, `title`, `fields`, `sections`, `tables`, `targets`, `references`."""
    value = json.loads(_ask("inspect", ["-"], {"stdin-filename": [name], "format": ["json"]}, text))
    assert isinstance(value, dict)
    return value


def table(
    tier: str, *, registry: str | os.PathLike[str], format: TableFormat = "rst",
    today: datetime.date | str | None = None, release: str | None = None,
) -> str:
    """The table of a tier or unsupported list, as a registry's folder gives it."""
    options = _options(registry=registry, today=today, release=release, format=format)
    return _ask("table", [tier], options, b"").decode()


def _options(**values: object) -> dict[str, list[str]]:
    return {
        name: [os.fspath(value) if isinstance(value, os.PathLike) else str(value)]
        for name, value in values.items() if value is not None
    }


_ARGUMENTS = {"lint": "file", "inspect": "file", "table": "tier"}


def _ask(
    command: str, arguments: Sequence[str], options: Mapping[str, list[str]], text: str | bytes,
    accepted: tuple[int, ...] = (0,),
) -> bytes:
    data = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    program = _program.find()
    if program is not None:
        words = [command, *arguments]
        for name, values in options.items():
            words += [f"--{name}"] if not values else [f"--{name}={value}" for value in values]
        status, output, errors = _program.run(program, words, data)
    else:
        from . import _core, _host

        host = _host.CapturingHost(data)
        given = {"command": [command], _ARGUMENTS[command]: list(arguments), **options}
        status = _core.run(given, host)
        output, errors = bytes(host.output), bytes(host.errors)
    if status not in accepted:
        raise PlatformTiersError(_message(errors, status))
    return output


def _message(errors: bytes, status: int) -> str:
    lines = errors.decode("utf-8", "replace").strip().removeprefix("platform-tiers: error: ")
    return lines or f"it ended with status {status}"


def _finding(value: Mapping[str, Any]) -> Finding:
    found = value.get("fix")
    return Finding(
        rule=value["rule"], severity=value["severity"], file=value["file"], line=value["line"], column=value["column"],
        end_line=value["endLine"], end_column=value["endColumn"], message=value["message"], help=value.get("help"),
        url=value.get("url"), notes=tuple(_note(note) for note in value.get("notes") or ()),
        fix=None if not found else Fix(
            safety=found["safety"], summary=found["summary"],
            edits=tuple(Edit(text=edit["text"], **_range(edit)) for edit in found["edits"])))


def _note(value: Mapping[str, Any]) -> Note:
    return Note(message=value["message"], **_range(value))


def _range(value: Mapping[str, Any]) -> dict[str, int]:
    return {
        "line": value["line"], "column": value["column"], "end_line": value["endLine"],
        "end_column": value["endColumn"],
    }
