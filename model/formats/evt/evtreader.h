// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads .evt logs, Windows NT 3.1 to Server 2003 (format: evtformat.h). The rows of all parts in order are the records
// from the oldest to the newest, across the ring's seam; what older records left in the file follows as recovered rows.
// A row's place is its record's file offset.

#include "events/names.h"
#include "formats/logreader.h"

namespace evident {

/// True when @p first, the first bytes of a file, are those of an .evt log.
[[nodiscard]] bool sniffEvt(Bytes first);
/// @p names must outlive the reader. Errors: ReadFailed; everything else is damage.
[[nodiscard]] Result<std::shared_ptr<const LogReader>> openEvt(std::shared_ptr<const ByteSource> source, Names &names);

} // namespace evident
