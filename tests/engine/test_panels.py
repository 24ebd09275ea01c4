"""Pictures of the collection: rules give them as plain data, reports that draw ask for them."""

import subprocess
import sys
from pathlib import Path

ENTRY = (sys.executable, "-c", "from artlint.cli import main; main()")


def test_the_html_report_shows_chains_and_lengths(tmp_path: Path) -> None:
    for number in range(3):
        keys = f"title: Harbour Report {number}\nprev: {number - 1}.md\nnext: {number + 1}.md\n"
        (tmp_path / f"{number}.md").write_text(f"---\n{keys}---\n\nSome words for report {number}.\n")
    command = [*ENTRY, "-f", "html=report.html", "-f", "json=report.json", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    page = (tmp_path / "report.html").read_text()
    assert "Previous and next articles" in page
    assert "length/title" in page


def test_other_formats_ask_for_none(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Harbour Report\n\nSome words.\n")
    plugin = tmp_path / "house.py"
    plugin.write_text(
        "from typing import ClassVar\nfrom artlint import Fact, Rule, hookimpl\n"
        "class R(Rule):\n    '''Shown.'''\n    id: ClassVar[str] = 'house/shown'\n    enabled: ClassVar[bool] = False\n"
        "    def collect(self, article):\n        yield Fact('x', article.place(0, 1))\n"
        "    def panels(self, facts):\n        raise SystemExit('drawn')\n"
        "@hookimpl\ndef artlint_rules(): return [R]\n"
    )
    command = [*ENTRY, "--plugin", "house.py", "-f", "{}", "a.md"]
    plain = subprocess.run([each.format("text") for each in command], cwd=tmp_path, capture_output=True, check=False)
    drawn = subprocess.run([each.format("html") for each in command], cwd=tmp_path, capture_output=True, check=False)
    assert plain.returncode == 0, plain.stderr
    assert b"drawn" in drawn.stderr
