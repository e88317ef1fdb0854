"""Reads a wheel as an index and an installer do, prints the names of its licence files, and fails on what is not in
order: its name, its metadata, its list of files, a mode.

  python check.py WHEEL
"""

import base64
import csv
import hashlib
import io
import json
import pathlib
import sys
import zipfile

from packaging.metadata import Metadata
from packaging.utils import parse_wheel_filename


def check_record(archive: zipfile.ZipFile, name: str) -> None:
    """The list of files names each once, with its hash and size."""
    rows = list(csv.reader(io.StringIO(archive.read(name).decode())))
    names = [row[0] for row in rows]
    assert sorted(names) == sorted(archive.namelist()), "RECORD and the archive differ"
    for path, digest, size in rows:
        if path == name:
            continue
        content = archive.read(path)
        expected = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        assert (digest, size) == (f"sha256={expected}", str(len(content))), path


def check_modes(archive: zipfile.ZipFile) -> None:
    for entry in archive.infolist():
        mode = entry.external_attr >> 16
        expected = 0o755 if "/scripts/" in entry.filename else 0o644
        assert mode & 0o777 == expected, entry.filename


def check_materials(archive: zipfile.ZipFile, info: str) -> None:
    """Every library has a version in the bill of materials (PEP 770)."""
    bill = json.loads(archive.read(f"{info}/sboms/platform-tiers.cdx.json"))
    assert bill["bomFormat"] == "CycloneDX", "no CycloneDX"
    versions = {component["name"]: component["version"] for component in bill["components"]}
    assert {"swift", "libcmark-dev", "libyaml-dev"} <= set(versions), versions
    assert all(version and version != "unknown" for version in versions.values()), versions


def main(path: str) -> None:
    name, version, _, tags = parse_wheel_filename(pathlib.Path(path).name)
    info = f"platform_tiers-{version}.dist-info"
    with zipfile.ZipFile(path) as archive:
        metadata = Metadata.from_email(archive.read(f"{info}/METADATA"), validate=True)
        assert (metadata.name, metadata.version) == (name, version), "METADATA names another package"
        stated = {line[5:] for line in archive.read(f"{info}/WHEEL").decode().splitlines() if line.startswith("Tag: ")}
        assert stated == {str(tag) for tag in tags}, "WHEEL states other tags than the name"
        check_record(archive, f"{info}/RECORD")
        check_modes(archive)
        check_materials(archive, info)
        for licence in metadata.license_files:
            assert archive.read(f"{info}/licenses/{licence}"), licence
            print(f"licence: {licence}")


if __name__ == "__main__":
    main(sys.argv[1])
