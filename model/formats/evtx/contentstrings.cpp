// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/contentstrings.h"

namespace evident::evtx {

namespace {

constexpr std::size_t CountSize = 4;
constexpr std::size_t DescriptionSize = 4;

} // namespace

bool ContentStrings::list(Bytes valueBytes)
{
    const auto count = readLe<std::uint32_t>(valueBytes, 0);
    if (count > MostValues || valueBytes.size() < CountSize + count * DescriptionSize)
        return false;
    const std::uint8_t *description = valueBytes.data() + CountSize;
    const std::uint8_t *data = description + count * DescriptionSize;
    const std::uint8_t *const end = valueBytes.data() + valueBytes.size();
    for (std::size_t i = 0; i < count; ++i, description += DescriptionSize) {
        std::uint16_t size = 0;
        std::memcpy(&size, description, sizeof(size));
        if (size > end - data)
            return false;
        m_values[i] = {.data = data, .size = size, .type = static_cast<ValueType>(description[2])};
        data += size;
    }
    m_count = count;
    return true;
}

} // namespace evident::evtx
