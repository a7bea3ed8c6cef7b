// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes of an .evt file behind its header, read as the ring they are: positions count from a chosen place, usually
// the oldest record, and go on behind the header where the file ends. Holds one window of bytes at a time; each reading
// of a part makes its own.

#include "bytes/bytesource.h"

#include <vector>

namespace evident::evt {

class Ring {
public:
    /// @p end: the file's size; @p first: the file offset that is position 0. @p window: bytes read at once.
    Ring(const ByteSource &source, std::uint64_t end, std::uint64_t first, std::size_t window);

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    /// The file offset of a position, and the other way round.
    [[nodiscard]] std::uint64_t place(std::uint64_t position) const;
    [[nodiscard]] std::uint64_t position(std::uint64_t place) const;
    /// Bytes between the position and the file's end.
    [[nodiscard]] std::uint64_t beforeFileEnd(std::uint64_t position) const;

    /// The @p length bytes at @p position, across the file's end where they go on; valid until the next call. Empty when
    /// @p length or the ring is, or when the source fails.
    [[nodiscard]] Bytes at(std::uint64_t position, std::size_t length);
    /// The number at @p position; 0 when it cannot be read.
    [[nodiscard]] std::uint32_t u32(std::uint64_t position) { return readLe<std::uint32_t>(at(position, 4), 0); }

private:
    bool fill(std::uint64_t position, std::size_t length);

    const ByteSource &m_source;
    std::uint64_t m_end;
    std::uint64_t m_first;
    std::uint64_t m_size;
    std::size_t m_windowSize;
    std::vector<std::uint8_t> m_window;
    std::uint64_t m_windowAt = 0;
};

} // namespace evident::evt
