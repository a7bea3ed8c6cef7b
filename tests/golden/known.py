# SPDX-FileCopyrightText: 2026 The Evident authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The causes, each described in KNOWN.md, for which another program writes a record otherwise than Windows means it."""

import re

LIST = re.compile(r"^(.*/Data/#text)(\[.*)?$")


def filled(record, path):
    """The values of a list of unnamed Data that are not empty, and of one that stands alone."""
    items = [(where, value) for where, value in record.items() if where == path or where.startswith(f"{path}[")]
    return [value for where, value in items if value not in ("", None) and not where.endswith("[]")]


def jsonl_cause(where, ours, theirs):
    """The name of the cause for which evtx_dump differs at @p where, or None."""
    if where not in ours and theirs[where] in (None, ""):
        return "null-dependency"
    if where not in theirs and ours[where] is None:
        below = [value for path, value in theirs.items() if path.startswith(f"{where}/")]
        return "null-dependency" if below and all(value in (None, "") for value in below) else None
    listed = LIST.match(where)
    if listed and filled(ours, listed.group(1)) == filled(theirs, listed.group(1)):
        return "null-dependency"
    both = ours.get(where), theirs.get(where)
    if all(isinstance(text, str) for text in both) and both[0].replace("\ufffd", "") == both[1].replace("\ufffd", ""):
        return "unpaired-surrogate"
    return None


def xml_cause(where, ours, theirs):
    """The name of the cause for which evtxexport differs at @p where, or None. None is known so far."""
    return None
