# SPDX-FileCopyrightText: 2026 The Evident authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The causes, each described in KNOWN.md, for which another program writes a record otherwise than Windows means it."""

import re

REAL = re.compile(r"-?\d\.\d{6}e[+-]\d{3}$")
NO_CHARACTER = re.compile("[\ufffd\x80-\x9f]")  # what neither XML nor Windows-1252 has
LIST = re.compile(r"^(.*/Data/#text)(\[.*)?$")


def filled(record, path):
    """The values of a list of unnamed Data that are not empty, and of one that stands alone."""
    items = [(where, value) for where, value in record.items() if where == path or where.startswith(f"{path}[")]
    return [value for where, value in items if value not in ("", None) and not where.endswith("[]")]


def beside(record, path):
    """Whether the element that holds the list at @p path holds other members as well."""
    parent = path.removesuffix("Data/#text")
    return any(where.startswith(parent) and not where.startswith(f"{parent}#attributes") for where in record)


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
    absent = listed and not any(path.startswith(listed.group(1)) for path in theirs)
    if absent and beside(theirs, listed.group(1)):
        return "unnamed-beside-named"
    both = ours.get(where), theirs.get(where)
    if all(isinstance(text, str) for text in both) and both[0].replace("\ufffd", "") == both[1].replace("\ufffd", ""):
        return "unpaired-surrogate"
    return None


def sign_and_magnitude(number):
    """What libevtx makes of a negative number of one, two, four or eight bytes."""
    return {str(-((number % (1 << bits)) & ((1 << (bits - 1)) - 1))) for bits in (8, 16, 32, 64)}


def xml_cause(where, ours, theirs):
    """The name of the cause for which evtxexport differs at @p where, or None."""
    our, their = ours.get(where), theirs.get(where)
    if their is None:
        parents = [where[:at] for at, character in enumerate(where) if character in "/@"]
        return "mixed-content" if any(ours.get(parent) for parent in parents if parent) else None
    if our is None:
        return None
    if re.fullmatch(r"-[1-9]\d*", our) and their in sign_and_magnitude(int(our)):
        return "negative-number"
    if REAL.match(our) and ":." in their or (our, their) == ("-Inf", "Inf"):
        return "real-number"
    if NO_CHARACTER.sub("", our) == NO_CHARACTER.sub("", their):
        return "no-character"
    return None
