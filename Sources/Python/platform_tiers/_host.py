"""What the core asks of whoever runs it: files, streams, the day. ``Sources/WebAssembly/System/Host.swift`` has the list.

Paths in the core have ``/`` between their parts. On Windows ``C:\\x`` is ``/C:/x`` there.
"""

from __future__ import annotations

import datetime
import os
import shutil
import stat
import sys
import tempfile
from typing import BinaryIO, Callable


class Failure(Exception):
    """What the core is told of an operation that failed."""


def _reason(error: OSError) -> str:
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def to_disk(path: str) -> str:
    """The path as the system has it."""
    if os.name == "nt":
        if len(path) > 2 and path[0] == "/" and path[2] == ":":
            path = path[1:]
        return path.replace("/", os.sep)
    return path


def to_core(path: str) -> str:
    """The path as the core has it."""
    if os.name == "nt":
        path = path.replace(os.sep, "/")
        if len(path) > 1 and path[1] == ":":
            path = "/" + path
    return path


class Host:
    """Answers with the machine's files, and prints on this process's streams."""

    def __init__(self) -> None:
        self._operations: dict[int, Callable[[str, bytes], bytes]] = {
            1: self._kind, 2: self._names, 3: self._size, 4: self._read, 5: self._standard_input, 6: self._write,
            7: self._append, 8: self._create_folder, 9: self._real, 10: self._print, 11: self._terminal,
            12: self._environment, 13: self._day,
        }

    def ask(self, operation: int, subject: bytes, content: bytes) -> bytes:
        """Raises Failure with the reason where it cannot be done."""
        try:
            name = subject.decode("utf-8", "surrogateescape")
            return self._operations[operation](name, content)
        except OSError as error:
            raise Failure(_reason(error)) from error
        except (ValueError, UnicodeError) as error:
            raise Failure(str(error)) from error

    # Files

    def _kind(self, path: str, content: bytes) -> bytes:
        try:
            status = os.lstat(to_disk(path)) if content == b"link" else os.stat(to_disk(path))
        except (FileNotFoundError, NotADirectoryError):
            return b"missing"
        if stat.S_ISREG(status.st_mode):
            return b"file"
        return b"folder" if stat.S_ISDIR(status.st_mode) else b"other"

    def _names(self, folder: str, _: bytes) -> bytes:
        return b"".join(os.fsencode(name) + b"\0" for name in os.listdir(to_disk(folder)))

    def _size(self, path: str, _: bytes) -> bytes:
        status = os.stat(to_disk(path))
        if stat.S_ISDIR(status.st_mode):
            raise Failure("it is a folder")
        if not stat.S_ISREG(status.st_mode) and not path.startswith("/dev/"):
            raise Failure("it is not a regular file")
        return str(status.st_size).encode()

    def _read(self, path: str, _: bytes) -> bytes:
        with open(to_disk(path), "rb") as file:
            return file.read()

    def _write(self, path: str, content: bytes) -> bytes:
        write_atomically(to_disk(path), content)
        return b""

    def _append(self, path: str, content: bytes) -> bytes:
        with open(to_disk(path), "ab") as file:
            file.write(content)
        return b""

    def _create_folder(self, path: str, _: bytes) -> bytes:
        os.makedirs(to_disk(path), exist_ok=True)
        return b""

    def _real(self, path: str, _: bytes) -> bytes:
        os.stat(to_disk(path))
        return os.fsencode(to_core(os.path.realpath(to_disk(path))))

    # Streams and the rest

    def stream(self, name: str) -> BinaryIO:
        return sys.stdout.buffer if name == "output" else sys.stderr.buffer

    def _standard_input(self, _: str, content: bytes) -> bytes:
        return sys.stdin.buffer.read(int(content) + 1)

    def _print(self, name: str, content: bytes) -> bytes:
        stream = self.stream(name)
        stream.write(content)
        stream.flush()
        return b""

    def _terminal(self, name: str, _: bytes) -> bytes:
        if not self.stream(name).isatty():
            return b""
        return str(shutil.get_terminal_size().columns).encode()

    def _environment(self, name: str, _: bytes) -> bytes:
        value = os.environ.get(name)
        if value is None:
            raise Failure("it is not set")
        return os.fsencode(value)

    def _day(self, _: str, __: bytes) -> bytes:
        return datetime.datetime.now(datetime.timezone.utc).date().isoformat().encode()


class CapturingHost(Host):
    """Gives a text as standard input, and keeps what is printed."""

    def __init__(self, text: bytes = b"") -> None:
        super().__init__()
        self._text = text
        self.output = bytearray()
        self.errors = bytearray()

    def _standard_input(self, _: str, content: bytes) -> bytes:
        return self._text[: int(content) + 1]

    def _print(self, name: str, content: bytes) -> bytes:
        (self.output if name == "output" else self.errors).extend(content)
        return b""

    def _terminal(self, name: str, _: bytes) -> bytes:
        return b""


def write_atomically(path: str, content: bytes) -> None:
    """Whoever reads the file sees the old bytes or the new ones. A link stays one, and a file keeps its mode."""
    path = os.path.realpath(path)
    mode = None
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise Failure("it is not a regular file")
        mode = stat.S_IMODE(status.st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    descriptor, temporary = tempfile.mkstemp(prefix=".platform-tiers-", suffix=".tmp", dir=os.path.dirname(path))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
