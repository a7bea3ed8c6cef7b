// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/knownnames.h"

#include "formats/evtx/valuetext.h"

#include <algorithm>

namespace evident::evtx {

namespace {

constexpr std::size_t FirstSize = 64;
constexpr std::size_t BlockSize = 4096;
/// A log that names more than this is asked for the same again now and then.
constexpr std::size_t MostKept = 8192;
constexpr std::size_t MostBlocks = 256;

std::size_t hashOf(const Value &value)
{
    std::uint64_t hash = 0x9e3779b97f4a7c15 ^ value.size ^ static_cast<std::uint64_t>(value.type) << 32;
    const Bytes bytes = value.bytes();
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8)
        hash = (hash ^ readLe<std::uint64_t>(bytes, at)) * 0xff51afd7ed558ccd;
    std::uint64_t rest = 0;
    if (at < bytes.size())
        std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
    hash = (hash ^ rest) * 0xc4ceb9fe1a85ec53;
    return static_cast<std::size_t>(hash ^ hash >> 29);
}

bool isSame(const Value &a, const Value &b)
{
    return a.size == b.size && a.type == b.type && std::memcmp(a.data, b.data, a.size) == 0;
}

} // namespace

KnownNames::KnownNames(Names &names)
    : m_names(names)
    , m_table(FirstSize)
{
}

KnownNames::Entry KnownNames::entry(const Value &value)
{
    if (value.size == 0)
        return {};
    std::size_t slot = hashOf(value) & (m_table.size() - 1);
    while (m_table[slot].value.data != nullptr) {
        if (isSame(m_table[slot].value, value))
            return m_table[slot];
        slot = (slot + 1) & (m_table.size() - 1);
    }
    if (m_used >= MostKept || m_bytes.size() >= MostBlocks) {
        forget();
        return entry(value);
    }
    const Entry made{.value = kept(value), .id = m_names.intern(valueText(value))};
    m_table[slot] = made;
    if (++m_used * 2 > m_table.size())
        grow();
    return made;
}

/// The same value with bytes of our own.
Value KnownNames::kept(const Value &value)
{
    if (m_bytes.empty() || m_bytes.back().capacity() - m_bytes.back().size() < value.size) {
        m_bytes.emplace_back();
        m_bytes.back().reserve(std::max<std::size_t>(BlockSize, value.size));
    }
    auto &block = m_bytes.back();
    const std::size_t begin = block.size();
    block.insert(block.end(), value.data, value.data + value.size);
    return {.data = block.data() + begin, .size = value.size, .type = value.type};
}

void KnownNames::forget()
{
    m_last = {};
    m_table.assign(FirstSize, {});
    m_used = 0;
    m_bytes.clear();
}

void KnownNames::grow()
{
    std::vector<Entry> table(m_table.size() * 2);
    for (const Entry &entry : m_table) {
        if (entry.value.data == nullptr)
            continue;
        std::size_t slot = hashOf(entry.value) & (table.size() - 1);
        while (table[slot].value.data != nullptr)
            slot = (slot + 1) & (table.size() - 1);
        table[slot] = entry;
    }
    m_table = std::move(table);
}

} // namespace evident::evtx
