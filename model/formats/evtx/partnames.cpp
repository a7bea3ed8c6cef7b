// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/partnames.h"

#include "formats/evtx/valuetext.h"

namespace evident::evtx {

namespace {

constexpr std::size_t FirstSize = 64;

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

PartNames::PartNames(Names &names)
    : m_names(names)
    , m_table(FirstSize)
{
}

NameId PartNames::intern(const Value &value)
{
    if (value.size == 0)
        return NameId::None;
    const std::size_t mask = m_table.size() - 1;
    std::size_t slot = hashOf(value) & mask;
    while (m_table[slot].value.data != nullptr) {
        if (isSame(m_table[slot].value, value))
            return m_table[slot].id;
        slot = (slot + 1) & mask;
    }
    const NameId id = m_names.intern(valueText(value));
    m_table[slot] = {.value = value, .id = id};
    if (++m_used * 2 > m_table.size())
        grow();
    return id;
}

void PartNames::grow()
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
