#!/usr/bin/python3
"""The Word of the delegation that has Word alone (tests/cli/negotiation.sh), played by LibreOffice.

    tests/witness/typist.py IN.docx OUT.docx BOOKMARK WORD NEW yes|no

Opens the file, types NEW behind the first WORD of the bookmark, as a tracked change (yes) or with
track changes switched off (no), and saves it as a Word file. Needs the packages
libreoffice-writer-nogui and python3-uno.
"""
import os
import sys

import tracked
from com.sun.star.beans import PropertyValue


def value(name, what):
    given = PropertyValue()
    given.Name, given.Value = name, what
    return given


def main():
    source, target, bookmark, word, new, marks = sys.argv[1:]
    office = tracked.Office()
    document = office.desktop.loadComponentFromURL(
        "file://" + os.path.abspath(source), "_blank", 0, (value("Hidden", True),))
    document.RecordChanges = marks == "yes"
    place = document.getBookmarks().getByName(bookmark).getAnchor()
    text = place.getText()
    cursor = text.createTextCursorByRange(place.getStart())
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive, search.SearchWords = word, True, True
    found = document.findNext(cursor, search)
    behind = text.createTextCursorByRange(found.getEnd())
    text.insertString(behind, " " + new, False)
    document.storeToURL("file://" + os.path.abspath(target),
                        (value("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    office.end()


if __name__ == "__main__":
    main()
