"""A registry of many platforms, and a page for its tables, made the same everywhere."""

import random
from pathlib import Path

PLACES = ('tier-1', 'tier-2', 'tier-3', 'formerly-supported', 'known-interest')
WORDS = 'runs on regular runners since the release before last; see tested with nightly wheels only'.split()

PAGE = """# Platforms

## Tier 1

| Platform | Notes |
|----------|-------|

## Tier 2

| Platform | Notes | Contacts |
|----------|-------|----------|

## Tier 3

| Platform | Notes | Contacts |
|----------|-------|----------|

## Unsupported platforms

Platforms previously in a supported tier:

| Platform | Notes |
|----------|-------|

Platforms of known interest:

| Platform | Notes |
|----------|-------|
"""


def platform(chance: random.Random, number: int) -> str:
    place = chance.choice(PLACES)
    note = ' '.join(chance.choice(WORDS) for _ in range(6))
    contacts = f'contacts: [p{number % 50}, p{(number + 7) % 50}]\n' if place in ('tier-2', 'tier-3') else ''
    return (f'name: System {number} x86-64\n'
            f'target: {{os: system{number}, arch: x86-64, interpreter: cpython}}\n'
            f'notes: "{note} [gh-{number}](https://example.org/{number})"\n'
            f'{contacts}'
            f'moves:\n  - {{date: 2026-02-09, to: {place}, pull-request: {number + 1}}}\n')


def make(folder: Path, platforms: int) -> None:
    chance = random.Random(57)
    (folder / 'registry/platforms').mkdir(parents=True)
    people = ''.join(f'p{number}: {{name: Person {number}, role: maintainer}}\n' for number in range(50))
    (folder / 'registry/people.yaml').write_text(people, encoding='utf-8')
    for number in range(platforms):
        path = folder / f'registry/platforms/system-{number}.yaml'
        path.write_text(platform(chance, number), encoding='utf-8')
    (folder / 'page.md').write_text(PAGE, encoding='utf-8')
    (folder / 'page.rst').write_text(grid_page(), encoding='utf-8')


def grid_page() -> str:
    """The same page in reStructuredText, its tables drawn."""
    text = ''
    for line in PAGE.splitlines():
        if line.startswith('#'):
            title = line.lstrip('# ')
            text += f'{title}\n{("=" if line.startswith("# ") else "-") * len(title)}\n'
        elif line.startswith('| '):
            border = ''.join('+' if mark == '|' else '-' for mark in line)
            text += f'{border}\n{line}\n{border}\n'
        elif not line.startswith('|'):
            text += line + '\n'
    return text
