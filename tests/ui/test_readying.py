import subprocess
import sys

_SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
import ui.main_window
from ui.shell.readying import Readying
from ui.steps import PAGES
loaded = lambda: [module for module, _ in PAGES.values() if module in sys.modules]
print(len(loaded()))
readying = Readying(app)
turns = 0
while not readying.is_done:
    turns += bool(loaded())
    app.processEvents()
print(len(loaded()) == len(PAGES))
print(turns > 3)
"""


def test_no_page_is_loaded_with_the_window_and_every_page_soon_after_in_many_turns():
    ran = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=False)
    assert ran.stdout.split() == ["0", "True", "True"]
    assert ran.stderr == ""
