"""Prints what the browsers of this desktop tell a screen reader of the page they show: one JSON object a line.

Each line is one accessible object of the page, in the order in which it is read:
  role   such as "heading" or "slider"
  name   what it is called
  text   the words in it that are of none of its children
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

# What an object shows instead of a child: U+FFFC OBJECT REPLACEMENT CHARACTER.
CHILD = "\ufffc"
DOCUMENTS = {"document web", "document frame"}


def children(accessible):
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield child


def find_document(accessible, depth=0):
    """The page in a browser's window: the document that has the most in it, since frames are documents too."""
    if accessible.get_role_name() in DOCUMENTS and accessible.get_child_count() > 0:
        return accessible
    if depth > 25:
        return None
    for child in children(accessible):
        found = find_document(child, depth + 1)
        if found is not None:
            return found
    return None


def text_of(accessible):
    text = accessible.get_text_iface()
    if text is None:
        return ""
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)).replace(CHILD, " ").strip()


def describe(accessible):
    entry = {"role": accessible.get_role_name(), "name": accessible.get_name() or "", "text": text_of(accessible)}
    print(json.dumps(entry))
    for child in children(accessible):
        describe(child)


def main(application):
    Atspi.init()
    for _ in range(50):
        for browser in children(Atspi.get_desktop(0)):
            if application.lower() in (browser.get_name() or "").lower():
                document = find_document(browser)
                if document is not None:
                    describe(document)
                    return
        time.sleep(0.2)
    names = [browser.get_name() for browser in children(Atspi.get_desktop(0))]
    sys.exit(f"no page of {application} among {names}")


main(sys.argv[1])
