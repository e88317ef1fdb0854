"""Installs platform-tiers from a folder of wheels, as pip chooses for this machine, and lints a document by command and
by import. What the wheel needs besides comes from the index.

  python try.py FOLDER
"""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import tempfile
import venv

PAGE = "Tier 1\n====\n\n========  =====\nPlatform  Notes\n========  =====\nHaiku     fine\n========  =====\n"
IMPORT = """
import pathlib, platform_tiers
found = platform_tiers.lint(pathlib.Path("page.rst").read_bytes(), name="page.rst")
assert [finding.line for finding in found if finding.rule == "short-title-underline"] == [2], found
assert platform_tiers.inspect("A\\n=\\n", name="a.rst")["title"] == "A"
"""

NEEDED = """
import importlib.metadata
print(*(name for name in importlib.metadata.requires("platform-tiers") or [] if "extra" not in name))
"""


def main(wheels: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        venv.create(folder / "environment", with_pip=True)
        programs = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
        python, command = str(programs / "python"), str(programs / "platform-tiers")
        # Ours from the folder alone: a package of the same name on the index is not it.
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
        subprocess.run([*pip, "--no-index", "--no-deps", "--find-links", wheels, "platform-tiers"], check=True)
        needed = subprocess.run([python, "-c", NEEDED], capture_output=True, text=True, check=True).stdout.split()
        if needed:
            subprocess.run([*pip, *needed], check=True)
        (folder / "page.rst").write_bytes(PAGE.encode())
        (folder / ".git").mkdir()
        for words in ([command, "lint", "page.rst"], [python, "-m", "platform_tiers", "lint", "page.rst"]):
            done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
            assert done.returncode == 1 and "page.rst:2:1" in done.stdout, done
        subprocess.run([python, "-c", IMPORT], cwd=folder, check=True)
        print(subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout.strip())


if __name__ == "__main__":
    main(sys.argv[1])
