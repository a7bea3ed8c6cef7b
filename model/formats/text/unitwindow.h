// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A view of a text file that moves from its begin to its end and shows one unit (a byte, or two of UTF-16) at a time,
// with as many units ahead as a cutter asks for. All signs that part records from one another are ASCII, so units are
// enough and no text is built while a file is searched. Owned by one job; reads the source piece by piece.

#include "bytes/bytesource.h"
#include "formats/text/textencoding.h"

#include <optional>
#include <vector>

namespace evident {

class UnitWindow {
public:
    static constexpr int End = -1;

    /// @p source must outlive the window.
    UnitWindow(const ByteSource &source, TextEncoding encoding, std::uint64_t begin);

    /// The unit @p ahead places further on, or End.
    [[nodiscard]] int peek(std::size_t ahead = 0)
    {
        const std::size_t at = m_at + ahead * m_unit;
        if (at + m_unit > m_filled && !fill(ahead))
            return End;
        return unitAt(m_at + ahead * m_unit);
    }
    void advance(std::size_t units = 1) { m_at += units * m_unit; }
    [[nodiscard]] bool atEnd() { return peek() == End; }
    /// True when exactly @p text stands @p ahead places further on.
    [[nodiscard]] bool startsWith(QLatin1StringView text, std::size_t ahead = 0);

    /// Bytes from the file's start.
    [[nodiscard]] std::uint64_t offset() const { return m_base + m_at; }
    [[nodiscard]] std::uint64_t offsetAhead(std::size_t units) const { return offset() + units * m_unit; }
    void seek(std::uint64_t offset);
    [[nodiscard]] TextEncoding encoding() const { return m_encoding; }
    /// The text of up to @p units units from @p ahead places further on; the window stays where it is.
    [[nodiscard]] QString text(std::size_t units, std::size_t ahead = 0);

    /// What the source answered when it could not be read; the window ends there.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] int unitAt(std::size_t at) const
    {
        if (m_unit == 1)
            return m_buffer[at];
        return m_encoding == TextEncoding::Utf16Le ? m_buffer[at] | m_buffer[at + 1] << 8
                                                   : m_buffer[at] << 8 | m_buffer[at + 1];
    }
    bool fill(std::size_t ahead);

    const ByteSource &m_source;
    TextEncoding m_encoding;
    std::size_t m_unit;
    std::vector<std::uint8_t> m_buffer;
    std::uint64_t m_base; ///< offset of the buffer's first byte
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
    std::optional<Error> m_error;
};

} // namespace evident
