// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes the values of an event's content one below the other, as the table shows them where nobody wrote a sentence, without
// collecting them first: for whoever looks at the values of many records. One per worker, as part of a RowMemory.

#include "bytes/outbuffer.h"
#include "events/rowsink.h"
#include "formats/evtx/contentstrings.h"
#include "formats/evtx/template.h"

namespace evident::evtx {

class ContentLines {
public:
    /// Of content that is one instance of @p definition with the values of @p valueBytes (see FragmentReader). False where that cannot be told.
    [[nodiscard]] bool write(const Template &definition, Bytes valueBytes, ValueLines &to);

private:
    void writeLine(const QString &name, const Value &value, ValueLines &to);

    ContentStrings m_strings;
    OutBuffer m_written; ///< room for a value that is no text
};

} // namespace evident::evtx
