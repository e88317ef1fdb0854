"""The core as WebAssembly, compiled once for a machine and run in an instance of its own for each command line."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.resources
import json
import os
import pathlib
import sys
import tempfile
import threading
import time
from typing import Mapping, Sequence, TypeVar

import wasmtime

from ._host import Failure, Host

#: What the core needs of the machine's stack for documents as deeply nested as it reads them.
_STACK = 16 << 20

#: After how many seconds what another version has left in the cache is removed.
_FORGOTTEN = 30 * 86_400

_lock = threading.Lock()
_loaded: tuple[wasmtime.Engine, wasmtime.Module] | None = None

Value = TypeVar("Value")


class CoreError(RuntimeError):
    """The core could not be loaded, or a run of it broke off."""


def run(arguments: Mapping[str, Sequence[str]], host: Host) -> int:
    """Runs one command line; gives how the process is to end."""
    outcome: list[int | BaseException] = []

    def work() -> None:
        try:
            outcome.append(_Run(host).run(json.dumps(arguments).encode("utf-8", "surrogateescape")))
        except BaseException as error:  # Every one is raised where the run was asked for.
            outcome.append(error)

    # The main thread's stack is too small on Windows, and that of other threads on macOS.
    with _lock:
        former = threading.stack_size(_STACK + (4 << 20))
        try:
            thread = threading.Thread(target=work, name="platform-tiers", daemon=True)
            thread.start()
        finally:
            threading.stack_size(former)
    thread.join()
    result = outcome[0]
    if isinstance(result, BaseException):
        raise result
    return result


class _Run:
    """One instance, which is not used again: what a run leaves behind is gone with it."""

    def __init__(self, host: Host) -> None:
        engine, module = _load()
        self._host = host
        self._answer = b""
        self._store = wasmtime.Store(engine)
        linker = wasmtime.Linker(engine)
        number = wasmtime.ValType.i32()
        linker.define_wasi()
        self._store.set_wasi(wasmtime.WasiConfig())
        linker.define_func(
            "platform_tiers", "ask", wasmtime.FuncType([number] * 5, [number]), self._ask)
        linker.define_func("platform_tiers", "answer", wasmtime.FuncType([number], []), self._give)
        instance = linker.instantiate(self._store, module)
        exports = instance.exports(self._store)
        self._memory: wasmtime.Memory = _export(exports["memory"], "memory", wasmtime.Memory)
        self._allocate = _export(exports["allocate"], "allocate", wasmtime.Func)
        self._main = _export(exports["run"], "run", wasmtime.Func)
        _export(exports["_initialize"], "_initialize", wasmtime.Func)(self._store)

    def run(self, arguments: bytes) -> int:
        try:
            address = self._allocate(self._store, len(arguments))
            self._memory.write(self._store, arguments, address)
            return int(self._main(self._store, address, len(arguments)))
        except wasmtime.Trap as trap:
            raise CoreError(f"the core broke off: {trap.message}") from trap

    def _ask(self, operation: int, subject: int, subject_length: int, content: int, content_length: int) -> int:
        try:
            self._answer = self._host.ask(
                operation, self._bytes(subject, subject_length), self._bytes(content, content_length))
            return len(self._answer)
        except Failure as failure:
            self._answer = str(failure).encode("utf-8", "surrogateescape")
            return -1 - len(self._answer)

    def _give(self, destination: int) -> None:
        if self._answer:
            self._memory.write(self._store, self._answer, destination & 0xFFFF_FFFF)

    def _bytes(self, address: int, length: int) -> bytes:
        address &= 0xFFFF_FFFF
        return bytes(self._memory.read(self._store, address, address + length)) if length else b""


def _export(export: object, name: str, kind: type[Value]) -> Value:
    if not isinstance(export, kind):
        raise CoreError(f"the core has no '{name}'")
    return export


def _load() -> tuple[wasmtime.Engine, wasmtime.Module]:
    global _loaded
    with _lock:
        if _loaded is None:
            config = wasmtime.Config()
            config.max_wasm_stack = _STACK
            engine = wasmtime.Engine(config)
            _loaded = (engine, _module(engine))
        return _loaded


def _module(engine: wasmtime.Engine) -> wasmtime.Module:
    """From the cache, else compiled, which takes some seconds, and put there.

    What is in the cache is machine code, so it is looked for only in a folder of the user's own, under a name made of
    all that it depends on.
    """
    source = importlib.resources.files("platform_tiers").joinpath("core.wasm").read_bytes()
    digest = hashlib.sha256(source)
    digest.update(f"{importlib.metadata.version('wasmtime')} {_STACK} {sys.platform} {os.name}".encode())
    folder = _cache_folder()
    path = folder / f"core-{digest.hexdigest()[:32]}.bin" if folder else None
    if path is not None and _is_ours(path):
        try:
            return wasmtime.Module.deserialize_file(engine, str(path))
        except wasmtime.WasmtimeError:
            pass  # Of another processor, or cut short.
    module = wasmtime.Module(engine, source)
    if path is not None:
        _store(path, bytes(module.serialize()))
    return module


def _cache_folder() -> pathlib.Path | None:
    """Nil where the user has no folder for caches."""
    named = os.environ.get("PLATFORM_TIERS_CACHE")
    if named:
        return pathlib.Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return pathlib.Path(base, "platform-tiers", "Cache") if base else None
    try:
        home = pathlib.Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "platform-tiers"
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (pathlib.Path(base) if os.path.isabs(base) else home / ".cache") / "platform-tiers"


def _is_ours(path: pathlib.Path) -> bool:
    """Whether nobody else can have written it."""
    try:
        for status in (path.stat(), path.parent.stat()):
            if os.name != "nt" and (status.st_uid != os.getuid() or status.st_mode & 0o022):
                return False
    except OSError:
        return False
    return True


def _store(path: pathlib.Path, content: bytes) -> None:
    """Without a cache every run compiles; nothing else depends on it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, temporary = tempfile.mkstemp(prefix=".core-", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError:
        return
    for other in path.parent.glob("core-*.bin"):
        try:
            if other != path and time.time() - other.stat().st_mtime > _FORGOTTEN:
                other.unlink()
        except OSError:
            pass
