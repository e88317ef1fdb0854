#!/usr/bin/env python3
"""page_questions.py PAGE QUESTIONS: asks a page in a headless Chromium, at 1280 and 360 pixels, and says which answers are
not there or too far down.

QUESTIONS is JSON: [{"filter": "Linux" or null, "row": "platform-x" or null, "column": "Needs" or null, "answer": text}].
Without a row the whole page is looked at. An answer has to stand in the first screen at 1280 pixels (of 800) and in the
first two at 360 (of 740).
"""
import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

page = Path(sys.argv[1]).resolve()
questions = json.loads(sys.argv[2])

SCRIPT = """
const screens = [[1280, 800, 1], [360, 740, 2]];
const problems = [];
function ask(frame, question, [width, height, count]) {
  const page = frame.contentDocument;
  const filter = question.filter ?? 'All';
  const label = [...page.querySelectorAll('fieldset label')].find(one => one.textContent.trim() === filter);
  if (!label && question.filter) return 'no button ' + filter;
  if (label) label.querySelector('input').checked = true;
  let places = [...page.querySelectorAll('h1, main p, main li, td, tbody th')];
  if (question.row) {
    const row = page.getElementById(question.row);
    if (!row) return 'no row';
    places = [...row.querySelectorAll('td, th')];
    if (question.column) places = places.filter(one => one.dataset.label === question.column);
  }
  const found = places.find(one => one.textContent.replace(/\\s+/g, ' ').includes(question.answer));
  if (!found) return 'not there: ' + places.map(one => one.textContent).join(' | ').slice(0, 300);
  const box = found.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return 'hidden';
  if (box.right > width + 1) return 'right of the page';
  if (box.bottom > height * count) return 'ends at ' + Math.round(box.bottom);
}
window.onload = () => {
  for (const frame of document.querySelectorAll('iframe')) {
    const screen = screens[frame.dataset.screen];
    for (const question of QUESTIONS) {
      const problem = ask(frame, question, screen);
      if (problem) problems.push(screen[0] + ' px, ' + JSON.stringify(question) + ': ' + problem);
    }
    if (frame.contentDocument.documentElement.scrollWidth > screen[0]) problems.push(screen[0] + ' px: too wide');
  }
  const result = document.createElement('pre');
  result.id = 'result';
  result.textContent = JSON.stringify(problems);
  document.body.replaceChildren(result);
};
"""

with tempfile.TemporaryDirectory() as folder:
    frames = "".join(
        f'<iframe data-screen="{number}" src="{page.as_uri()}" style="border:0;width:{width}px;height:{height}px"></iframe>'
        for number, (width, height) in enumerate([(1280, 800), (360, 740)]))
    asked = json.dumps(questions).replace("</", "<\\/")
    wrapper = Path(folder) / "ask.html"
    wrapper.write_text(f"<!doctype html><meta charset=utf-8><script>const QUESTIONS = {asked};{SCRIPT}</script>{frames}")
    output = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
         f"--user-data-dir={folder}/profile", "--virtual-time-budget=10000", "--dump-dom", wrapper.as_uri()],
        capture_output=True, text=True, timeout=120).stdout
match = re.search(r'<pre id="result">(.*?)</pre>', output, re.DOTALL)
problems = json.loads(html.unescape(match[1])) if match else ["the browser gives no answer"]
print("\n".join(problems))
sys.exit(1 if problems else 0)
