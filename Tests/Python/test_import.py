"""`import platform_tiers`, as it is installed."""

import pathlib
import tempfile
import unittest

import platform_tiers

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = """\
Tier 1
====

========  =====  ============
Platform  Notes  Contacts
========  =====  ============
Haiku     fine   Ada Lovelace
========  =====  ============
"""


class Import(unittest.TestCase):
    def test_a_finding_has_its_place_and_its_fix(self) -> None:
        (found,) = [
            finding for finding in platform_tiers.lint(PAGE, name="page.rst", today="2026-11-30")
            if finding.rule == "short-title-underline"
        ]
        self.assertEqual((found.severity, found.file, found.line, found.column), ("warning", "page.rst", 2, 1))
        self.assertIsNotNone(found.fix)
        self.assertEqual(found.fix.edits[0].line, 2)

    def test_fixed_text_has_no_such_finding(self) -> None:
        fixed = platform_tiers.fix(PAGE, name="page.rst")
        self.assertTrue(fixed.startswith("Tier 1\n======\n"))
        rules = [finding.rule for finding in platform_tiers.lint(fixed, name="page.rst")]
        self.assertNotIn("short-title-underline", rules)

    def test_bytes_that_are_no_text_are_read(self) -> None:
        platform_tiers.lint(b"\xff\x00\r\n", name="a.md")
        self.assertEqual(platform_tiers.fix("a\udcff\n", name="a.md"), "a\udcff\n")

    def test_inspection_has_cells(self) -> None:
        (table,) = platform_tiers.inspect(PAGE, name="page.rst")["tables"]
        self.assertEqual(table["body"][0][0]["text"], "Haiku")

    def test_another_policy_judges(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            policy = pathlib.Path(folder, "policy.yaml")
            policy.write_bytes((ROOT / "registry/policy.yaml").read_bytes())
            self.assertEqual(
                platform_tiers.lint(PAGE, name="page.rst", policy=policy),
                platform_tiers.lint(PAGE, name="page.rst", policy="nep57"))

    def test_what_cannot_run_says_why(self) -> None:
        with self.assertRaisesRegex(platform_tiers.PlatformTiersError, "cannot read 'no-such.yaml'"):
            platform_tiers.lint(PAGE, name="page.rst", policy="no-such.yaml")
        with self.assertRaisesRegex(platform_tiers.PlatformTiersError, "cannot tell the format of 'page.doc'"):
            platform_tiers.lint(PAGE, name="page.doc")
        with self.assertRaisesRegex(platform_tiers.PlatformTiersError, "tier-9"):
            platform_tiers.table("tier-9", registry=ROOT / "registry")

    def test_a_table_is_the_registrys(self) -> None:
        text = platform_tiers.table("tier-3", registry=ROOT / "registry", format="markdown", today="2026-11-30")
        self.assertIn("Windows x86", text)


if __name__ == "__main__":
    unittest.main()
