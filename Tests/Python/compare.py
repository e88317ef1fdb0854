"""Holds the core as WebAssembly against the native program: equal command lines have to give equal bytes and an equal
status. Run by Scripts/check-python, with the Python that the wheel for any machine is installed in.

  compare.py EXECUTABLE

Documents are those of docs/ and, where it is there, of the shared corpus beside the repository; 500 mutants are made of
them, the same in every run. The examples of all rules are run by `explain`, which prints what they give.
"""

from __future__ import annotations

import concurrent.futures
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
from typing import Callable, NamedTuple, Sequence

from platform_tiers import _command_line, _core, _host

ROOT = pathlib.Path(__file__).resolve().parents[2]
TODAY = "--today=2026-11-30"
MUTANTS = 500
FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson")


class Case(NamedTuple):
    words: list[str]
    text: bytes = b""


class Outcome(NamedTuple):
    status: int
    output: bytes
    errors: bytes


def documents() -> list[pathlib.Path]:
    found = [path for path in (ROOT / "docs").glob("*") if path.suffix in (".rst", ".md")]
    shared = ROOT.parent / "shared/corpus"
    if shared.is_dir():
        found += [path for path in shared.rglob("*") if path.suffix in (".rst", ".md", ".txt")]
    else:
        print("skipped: there is no shared corpus beside the repository")
    return sorted(found)


def mutant(text: bytes, random: random.Random) -> bytes:
    """A few bytes or lines taken out, doubled, changed or swapped."""
    for _ in range(random.randint(1, 4)):
        lines = text.splitlines(keepends=True)
        if not lines:
            break
        index = random.randrange(len(lines))
        line = lines[index]
        place = random.randrange(len(line) + 1)
        kind = random.randrange(7)
        if kind == 0:
            lines[index] = line[:place] + line[place + random.randint(1, 3):]
        elif kind == 1:
            lines[index] = line[:place] + bytes([random.choice(b"|+-=: `*_<>[]()\t\\\x00\xff\xc3\xe2#.")]) + line[place:]
        elif kind == 2:
            del lines[index]
        elif kind == 3:
            lines.insert(index, line)
        elif kind == 4:
            other = random.randrange(len(lines))
            lines[index], lines[other] = lines[other], lines[index]
        elif kind == 5:
            lines[index] = line[:place] + random.choice(["é", "\u3000", "漢字", "\u202e", "\r"]).encode() + line[place:]
        else:
            lines[index] = line.rstrip(b"\r\n") + b"\r\n"
        text = b"".join(lines)
    return text


def cases() -> list[Case]:
    paths = documents()
    found = [
        Case(["lint", "--format=json", "--no-config", TODAY, f"--stdin-filename={path.name}", "-"], path.read_bytes())
        for path in paths
    ]
    found += [Case(["inspect", "--format=json", str(path)]) for path in paths]
    source = random.Random(57)
    small = [path for path in paths if path.stat().st_size < 200_000]
    for _ in range(MUTANTS):
        path = source.choice(small)
        text = mutant(path.read_bytes(), source)
        words = ["--no-config", TODAY, f"--stdin-filename={path.name}", "-"]
        found.append(Case(["lint", "--format=json", *words], text))
    for path in small[:3] + small[-3:]:
        found += [Case(["lint", f"--format={name}", "--no-config", TODAY, str(path)]) for name in FORMATS]
        found += [Case(["lint", "--no-config", TODAY, f"--stdin-filename={path.name}", *more, "-"], path.read_bytes())
                  for more in (["--fix"], ["--fix", "--diff"], ["--statistics"], ["--strict", "--select=document"])]
        found += [Case(["inspect", str(path)]), Case(["inspect", "--policy=nep57", str(path)])]
    return found + project_cases() + failing_cases()


def project_cases() -> list[Case]:
    """This repository's own registry and documents."""
    found = [Case(["rules"]), Case(["rules", "--format=json"]), Case(["schema", "--check"]), Case([])]
    found += [Case(["check", f"--format={name}", TODAY]) for name in FORMATS]
    found += [Case(["generate", "--check", TODAY]), Case(["generate", "--diff", TODAY])]
    for tier in ("tier-1", "tier-2", "tier-3", "formerly-supported"):
        found += [Case(["table", tier, f"--format={name}", TODAY])
                  for name in ("rst", "list-table", "markdown", "html", "csv", "json")]
    found += [Case(["list", f"--format={name}", TODAY]) for name in ("text", "json", "csv")]
    found += [Case(["due", f"--format={name}", TODAY]) for name in ("text", "json", "ical")]
    found += [Case(["show", path.stem, f"--format={name}", TODAY]) for name in ("text", "json")
              for path in sorted((ROOT / "registry/platforms").glob("*.yaml"))]
    return found


def failing_cases() -> list[Case]:
    return [
        Case(["lint", "no-such-file.rst"]), Case(["lint", "docs"]), Case(["lint", "--policy=no-such.yaml", "-"]),
        Case(["explain", "misaligned-bordr"]), Case(["lint", "--select=nonsense", "-"]), Case(["table", "tier-9"]),
        Case(["lint", "--max-size=1", "--stdin-filename=a.rst", "-"], b"x" * (1 << 20) + b"x"),
        Case(["lint", "README"]), Case(["lint", "--baseline=README.md", "--no-config", "-"]),
        Case(["lint", "--config=README.md", "-"]), Case(["show", "no such platform"]),
    ]


def native(executable: str, folder: pathlib.Path, case: Case) -> Outcome:
    done = subprocess.run([executable, *case.words], input=case.text, capture_output=True, cwd=folder, check=False)
    return Outcome(done.returncode, done.stdout, done.stderr)



def core(case: Case) -> Outcome:
    given = _command_line.parse(case.words, "")
    if isinstance(given, str):
        return Outcome(2, b"", given.encode())
    host = _host.CapturingHost(case.text)
    status = _core.run(given, host)
    return Outcome(status, bytes(host.output), bytes(host.errors))


def differences(executable: str, folder: pathlib.Path, cases: Sequence[Case]) -> int:
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        expected = list(pool.map(lambda case: native(executable, folder, case), cases))
    count = 0
    for case, wanted in zip(cases, expected):
        found = core(case)
        if found == wanted:
            continue
        count += 1
        if count <= 5:
            print(f"'{' '.join(case.words)}' gives status {found.status}, and natively {wanted.status}:")
            for name, one, other in zip(("output", "errors"), found[1:], wanted[1:]):
                if one != other:
                    report(name, one, other)
    return count


def report(name: str, found: bytes, wanted: bytes) -> None:
    """The first line in which the two differ."""
    pairs = list(zip(found.splitlines() + [b""], wanted.splitlines() + [b""]))
    for number, (one, other) in enumerate(pairs, start=1):
        if one != other:
            print(f"  line {number} of its {name}:\n    {one[:300]!r}\n    {other[:300]!r}")
            return
    print(f"  its {name} has {len(found)} bytes and not {len(wanted)}")


def written(executable: str, run: Callable[[str, pathlib.Path], None]) -> dict[str, bytes]:
    """What is in a copy of the project after commands that write."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name, "project")
        folder.mkdir()
        (folder / ".git").mkdir()
        for part in ("docs", "registry"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / ".platform-tiers.yaml", folder)
        run(executable, folder)
        return {
            str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }


WRITING = (
    ["lint", TODAY, "--write-baseline=baseline.json"], ["lint", TODAY, "--baseline=baseline.json"],
    ["lint", TODAY, "--fix", "docs"], ["generate", "--today=2027-06-30"], ["schema", "--output=made/schema"],
)


def write_natively(executable: str, folder: pathlib.Path) -> None:
    for words in WRITING:
        subprocess.run([executable, *words], capture_output=True, cwd=folder, check=False)


def write_by_module(_: str, folder: pathlib.Path) -> None:
    for words in WRITING:
        subprocess.run([sys.executable, "-m", "platform_tiers", *words], capture_output=True, cwd=folder, check=False)


def main(executable: str) -> int:
    executable = str(pathlib.Path(executable).resolve())
    os.chdir(ROOT)
    all_cases = cases()
    rules = json.loads(native(executable, ROOT, Case(["rules", "--format=json"])).output)
    all_cases += [Case(["explain", rule["id"]]) for rule in rules]
    count = differences(executable, ROOT, all_cases)
    if written(executable, write_natively) != written(executable, write_by_module):
        print("the two write other files")
        count += 1
    print(f"{len(all_cases)} command lines, {count} of which differ")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
