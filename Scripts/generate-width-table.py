#!/usr/bin/env python3
"""Print Sources/Diagnostics/TextWidthTables.swift from this Python's Unicode data.

    python3.13 Scripts/generate-width-table.py > Sources/Diagnostics/TextWidthTables.swift

Python 3.12 or later: earlier ones call every unassigned code point full-width.
"""

import unicodedata


def ranges(belongs):
    """The inclusive ranges of code points that belong, as one flat list of bounds."""
    bounds = []
    for code in range(0x110000):
        if not belongs(chr(code)):
            continue
        if bounds and bounds[-1] == code - 1:
            bounds[-1] = code
        else:
            bounds += [code, code]
    return bounds


def is_wide(char):
    return unicodedata.east_asian_width(char) in "WF"


def is_combining(char):
    return unicodedata.combining(char) != 0


def is_zero_width(char):
    # Vowels and final consonants of Hangul join the consonant before them; a soft hyphen is a hyphen on terminals.
    if 0x1160 <= ord(char) <= 0x11FF:
        return True
    return unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp") and char != "\u00ad"


def table(name, comment, belongs):
    bounds = [f"0x{bound:04X}" for bound in ranges(belongs)]
    print(f"  /// {comment}")
    print("  // swift-format-ignore")
    print(f"  static let {name}: [UInt32] = [")
    for start in range(0, len(bounds), 12):
        print("    " + ", ".join(bounds[start:start + 12]) + ",")
    print("  ]")


print("// Written by Scripts/generate-width-table.py; do not edit.")
print()
print(f"/// Ranges of code points in Unicode {unicodedata.unidata_version}: first, last, first, last, …, ascending.")
print("enum TextWidthTables {")
table("wide", "East Asian Width W or F.", is_wide)
print()
table("combining", "Canonical combining class other than 0.", is_combining)
print()
table("zeroWidth", "What takes no column on a terminal: marks, format and control characters.", is_zero_width)
print("}")
