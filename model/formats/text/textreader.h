// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A log that was exported as text: Event Viewer's XML, CSV and TXT, wevtutil's XML and text, copied details,
// PowerShell's Export-Csv, evtx_dump's jsonl, json and xml, EvtxECmd's and Log Parser's CSV, the text files of NT to
// 2003, DUMPEL. No specification exists for most of them; tests/golden/KNOWN.md says which were seen. A file is
// read through once to find its records; parts are some MiB of whole records. A place is the offset of a record's first
// byte. Times without a zone are taken for times of the zone of this machine.

#include "formats/logreader.h"

namespace evident {

/// True when the first bytes are those of an export that some dialect knows.
[[nodiscard]] bool sniffTextExport(Bytes head);
/// Errors: NotALog, ReadFailed when not even the begin can be read. @p names must outlive the reader.
[[nodiscard]] Result<std::shared_ptr<const LogReader>> openTextExport(
    std::shared_ptr<const ByteSource> source, Names &names);

} // namespace evident
