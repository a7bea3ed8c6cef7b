// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/outbuffer.h"

#include <algorithm>

namespace evident {

void OutBuffer::grow(std::size_t more)
{
    const std::size_t capacity = std::max(m_size + more, std::max<std::size_t>(m_capacity * 2, 4096));
    auto data = std::make_unique_for_overwrite<char[]>(capacity);
    if (m_size > 0)
        std::memcpy(data.get(), m_data.get(), m_size);
    m_data = std::move(data);
    m_capacity = capacity;
}

} // namespace evident
