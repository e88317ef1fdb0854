"""The Sphinx extension, in builds of small projects and, where it is there, of NumPy's NEP 57."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = "Tiers\n=====\n\nTier 1\n----\n\nText.\n"
NEP57 = sorted((ROOT.parent / "shared/corpus/nep57").glob("*.rst"))


class Project:
    """A folder with a configuration and documents, which Sphinx builds."""

    def __init__(self, folder: str, configuration: str = "", **documents: str) -> None:
        self.folder = pathlib.Path(folder)
        text = f"extensions = ['platform_tiers.sphinx', 'myst_parser']\n{configuration}\n"
        (self.folder / "conf.py").write_text(text)
        (self.folder / "index.rst").write_text("Index\n=====\n\n.. toctree::\n   :glob:\n\n   *\n")
        for name, content in documents.items():
            (self.folder / name.replace("__", ".").replace("_", "-")).write_text(content)

    def build(self, *options: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-b", "html", *options, str(self.folder), str(self.folder / "_build")],
            capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})

    def html(self, name: str) -> str:
        return (self.folder / f"_build/{name}.html").read_text()


class Extension(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def test_a_finding_is_a_warning_at_its_line(self) -> None:
        project = Project(self.folder, nep_0001_tiers__rst=PAGE)
        built = project.build("-W", "--keep-going")
        self.assertEqual(built.returncode, 1, built.stderr)
        self.assertIn("nep-0001-tiers.rst:5: WARNING: ", built.stderr)
        self.assertIn("[short-title-underline]", built.stderr)

    def test_warnings_are_suppressed_by_type_and_rule(self) -> None:
        for kind in ("platform-tiers", "platform-tiers.short-title-underline"):
            project = Project(
                self.folder, f"suppress_warnings = ['{kind}', 'docutils']", nep_0001_tiers__rst=PAGE)
            self.assertNotIn("short-title-underline", project.build("-E").stderr)

    def test_other_documents_are_left_alone(self) -> None:
        project = Project(self.folder, guide__rst=PAGE)
        self.assertNotIn("short-title-underline", project.build().stderr)
        project = Project(self.folder, "platform_tiers_documents = ['guide']", guide__rst=PAGE)
        self.assertIn("short-title-underline", project.build("-E").stderr)

    def test_tables_are_built_in_both_formats_and_anew(self) -> None:
        registry = pathlib.Path(self.folder, "registry")
        shutil.copytree(ROOT / "registry", registry)
        configuration = "exclude_patterns = ['registry', '_build']\nplatform_tiers_today = '2026-11-30'"
        directive = "platform-tiers-table"
        project = Project(
            self.folder, configuration, one__rst=f"One\n===\n\n.. {directive}:: tier-3\n",
            two__md=f"# Two\n\n```{{{directive}}} tier-3\n```\n", three__rst="Three\n=====\n")
        built = project.build("-W", "--keep-going", "-j", "2")
        self.assertEqual(built.returncode, 0, built.stderr)
        for name in ("one", "two"):
            self.assertIn("Windows x86", project.html(name))
        platform = registry / "platforms/windows-x86.yaml"
        platform.write_text(platform.read_text().replace("name: Windows x86", "name: Windows on x86"))
        os.utime(platform, (platform.stat().st_atime + 5, platform.stat().st_mtime + 5))
        built = project.build("-W", "--keep-going")
        self.assertEqual(built.returncode, 0, built.stderr)
        for name in ("one", "two"):
            self.assertIn("Windows on x86", project.html(name))

    def test_a_table_that_there_is_not_is_a_warning(self) -> None:
        shutil.copytree(ROOT / "registry", pathlib.Path(self.folder, "registry"))
        project = Project(
            self.folder, "exclude_patterns = ['registry']", one__rst="One\n===\n\n.. platform-tiers-table:: tier-9\n")
        built = project.build("-W", "--keep-going")
        self.assertEqual(built.returncode, 1)
        self.assertIn("one.rst:4: WARNING: ", built.stderr)

    @unittest.skipUnless(NEP57, "there is no shared corpus beside the repository")
    def test_the_real_nep_57_fails_at_its_two_lines(self) -> None:
        project = Project(self.folder, "suppress_warnings = ['docutils', 'ref', 'toc']")
        shutil.copy(NEP57[-1], pathlib.Path(self.folder, "nep-0057-numpy-platform-support.rst"))
        built = project.build("-W", "--keep-going")
        self.assertEqual(built.returncode, 1, built.stderr)
        lines = [line for line in built.stderr.splitlines() if "nep-0057" in line and "WARNING" in line]
        numbers = {int(line.split(".rst:")[1].split(":")[0]) for line in lines}
        self.assertLessEqual({268, 326}, numbers, built.stderr)


if __name__ == "__main__":
    unittest.main()
