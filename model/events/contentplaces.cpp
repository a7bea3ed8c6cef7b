// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/contentplaces.h"

#include <bit>
#include <cstring>

namespace evident {

namespace {

/// In front of each value's own bytes: its size and type.
constexpr std::size_t HeadSize = sizeof(std::uint32_t);

std::uint32_t headOf(const RawValue &value)
{
    return std::uint32_t{value.type} << 16 | value.size;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word)
{
    return std::rotl((hash ^ word) * 0xff51'afd7'ed55'8ccd, 32);
}

/// The last bytes are taken with some before them again, rather than one by one.
std::uint64_t mixed(std::uint64_t hash, const RawValue &value)
{
    const auto wordAt = [data = value.data](std::size_t at, auto word) {
        std::memcpy(&word, data + at, sizeof(word));
        return std::uint64_t{word};
    };
    const std::size_t size = value.size;
    hash = mixed(hash, headOf(value));
    for (std::size_t at = 0; at + 8 < size; at += 8)
        hash = mixed(hash, wordAt(at, std::uint64_t{}));
    if (size >= 8)
        return mixed(hash, wordAt(size - 8, std::uint64_t{}));
    if (size >= 4)
        return mixed(hash, wordAt(0, std::uint32_t{}) << 32 | wordAt(size - 4, std::uint32_t{}));
    if (size == 0)
        return hash;
    return mixed(hash, std::uint64_t{value.data[0]} << 16 | value.data[size / 2] << 8 | value.data[size - 1]);
}

} // namespace

std::size_t PlacedValues::bytesSize() const
{
    std::size_t size = 0;
    for (const RawValue &value : values)
        size += HeadSize + value.size;
    return size;
}

std::string PlacedValues::bytes() const
{
    std::string bytes;
    bytes.reserve(bytesSize());
    for (const RawValue &value : values) {
        const std::uint32_t head = headOf(value);
        bytes.append(reinterpret_cast<const char *>(&head), HeadSize);
        bytes.append(reinterpret_cast<const char *>(value.data), value.size);
    }
    return bytes;
}

bool PlacedValues::areIn(std::string_view bytes) const
{
    for (const RawValue &value : values) {
        const std::uint32_t head = headOf(value);
        if (bytes.size() < HeadSize + value.size || std::memcmp(bytes.data(), &head, HeadSize) != 0
            || (value.size > 0 && std::memcmp(bytes.data() + HeadSize, value.data, value.size) != 0))
            return false;
        bytes.remove_prefix(HeadSize + value.size);
    }
    return bytes.empty();
}

std::uint64_t PlacedValues::hash() const
{
    std::uint64_t hash = kind;
    for (const RawValue &value : values)
        hash = mixed(hash, value);
    return hash ^ hash >> 32;
}

} // namespace evident
