// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evt/ring.h"

#include "formats/evt/evtformat.h"

#include <algorithm>

namespace evident::evt {

Ring::Ring(const ByteSource &source, std::uint64_t end, std::uint64_t first, std::size_t window)
    : m_source(source)
    , m_end(end)
    , m_first(first)
    , m_size(end > HeaderSize ? end - HeaderSize : 0)
    , m_windowSize(window)
{
}

std::uint64_t Ring::place(std::uint64_t position) const
{
    return m_size == 0 ? HeaderSize : HeaderSize + (m_first - HeaderSize + position) % m_size;
}

std::uint64_t Ring::position(std::uint64_t place) const
{
    return m_size == 0 ? 0 : (place - HeaderSize + m_size - (m_first - HeaderSize)) % m_size;
}

std::uint64_t Ring::beforeFileEnd(std::uint64_t position) const
{
    return m_end - place(position);
}

Bytes Ring::at(std::uint64_t position, std::size_t length)
{
    if (m_size == 0)
        return {};
    if (position < m_windowAt || position - m_windowAt > m_window.size()
        || length > m_window.size() - static_cast<std::size_t>(position - m_windowAt)) {
        if (!fill(position, length))
            return {};
    }
    return slice(m_window, static_cast<std::size_t>(position - m_windowAt), length);
}

bool Ring::fill(std::uint64_t position, std::size_t length)
{
    const std::size_t wanted =
        std::max(static_cast<std::size_t>(std::min<std::uint64_t>(m_windowSize, m_size)), length);
    m_window.resize(wanted);
    m_windowAt = position;
    std::size_t have = 0;
    while (have < wanted) {
        const std::uint64_t from = place(position + have);
        const auto piece = static_cast<std::size_t>(std::min<std::uint64_t>(wanted - have, m_end - from));
        const auto read = m_source.read(from, std::span(m_window).subspan(have, piece));
        const std::size_t got = read ? *read : 0;
        have += got;
        if (got < piece)
            break; // the file has shrunk, or the disk fails
    }
    m_window.resize(have);
    return have >= length;
}

} // namespace evident::evt
