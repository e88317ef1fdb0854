"""Writes a wheel that is called as the release's and puts a program on the path that runs another one.

  python stand_in.py FOLDER VERSION PROGRAM
"""

import pathlib
import shlex
import sys
import zipfile

folder, version, program = sys.argv[1:]
stem = f"platform_tiers-{version}"
files = {
    f"{stem}.data/scripts/platform-tiers": f'#!/bin/sh\nexec {shlex.quote(program)} "$@"\n',
    f"{stem}.dist-info/METADATA": f"Metadata-Version: 2.4\nName: platform-tiers\nVersion: {version}\n",
    f"{stem}.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}
files[f"{stem}.dist-info/RECORD"] = "".join(f"{name},,\n" for name in files)
with zipfile.ZipFile(pathlib.Path(folder) / f"{stem}-py3-none-any.whl", "w") as wheel:
    for name, text in files.items():
        wheel.writestr(name, text)
