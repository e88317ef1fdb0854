"""The benchmark's inputs: made once, the same on every machine."""

import random

WORDS = (
    'the wheel is built on a public runner and tested before it is published whenever its platform needs one more '
    'review of the notes that say which release first carried them and who answers when something breaks there'
).split()


def sentence(chance: random.Random, words: int) -> str:
    return ' '.join(chance.choices(WORDS, k=words)).capitalize()


def table_row(chance: random.Random, number: int) -> list[str]:
    return [f'Platform {number}', sentence(chance, 6), sentence(chance, 2).title()]


def markdown_document(path, size: int) -> None:
    """Mixed prose and pipe tables: headings, paragraphs with inline markup, lists, code, links, a table in each section."""
    chance = random.Random(57)
    written = 0
    with open(path, 'w', encoding='utf-8') as file:
        number = 0
        while written < size:
            number += 1
            written += file.write(markdown_section(chance, number))


def markdown_section(chance: random.Random, number: int) -> str:
    parts = [f'## Section {number}\n']
    for _ in range(4):
        lines = [sentence(chance, 14) for _ in range(5)]
        lines[1] += f' with *emphasis*, `code {number}` and [a link](https://example.org/{number} "title"),'
        parts.append('\n'.join(lines) + '.\n')
    parts.append(''.join(f'- {sentence(chance, 9)}\n' for _ in range(5)))
    parts.append(f'```python\nvalue = {number} | 1\n```\n')
    rows = [table_row(chance, row) for row in range(12)]
    parts.append(pipe_table(rows))
    return '\n'.join(parts) + '\n'


def pipe_table(rows) -> str:
    lines = ['| Platform | Notes | Contacts |', '|----------|-------|----------|']
    lines += ['| ' + ' | '.join(row) + ' |' for row in rows]
    return '\n'.join(lines) + '\n'


def pipe_table_document(path, heading: str, rows: int) -> None:
    chance = random.Random(57)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'# Platforms\n\n## {heading}\n\n')
        file.write(pipe_table([]))
        for number in range(rows):
            file.write('| ' + ' | '.join(table_row(chance, number)) + ' |\n')


def grid_table_document(path, heading: str, rows: int) -> None:
    chance = random.Random(57)
    widths = (18, 60, 24)

    def line(cells) -> str:
        return '|' + '|'.join(f' {cell:<{width - 1}}' for cell, width in zip(cells, widths)) + '|\n'

    def border(mark: str) -> str:
        return '+' + '+'.join(mark * width for width in widths) + '+\n'

    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'Platforms\n=========\n\n{heading}\n{"-" * len(heading)}\n\n')
        file.write(border('-') + line(['Platform', 'Notes', 'Contacts']) + border('='))
        for number in range(rows):
            name, notes, contact = table_row(chance, number)
            file.write(line([name, notes[:58], contact[:22]]) + border('-'))
