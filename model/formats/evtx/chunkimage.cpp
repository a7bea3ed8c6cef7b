// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/chunkimage.h"

#include "formats/evtx/name.h"

#include <algorithm>

namespace evident::evtx {

namespace {

constexpr std::size_t NameTable = 128;
constexpr std::size_t NameBuckets = 64;
constexpr std::size_t TemplateTableAt = 384;
constexpr std::size_t TemplateBuckets = 32;

/// Windows leaves the last bytes of a chunk free, and libevtx does not see a record that ends with the chunk.
constexpr std::size_t Room = ChunkSize - 8;

/// Windows hashes a GUID as if its bytes were a name.
std::uint16_t hashOf(const TemplateGuid &guid)
{
    std::array<char16_t, sizeof(TemplateGuid) / 2> units{};
    std::memcpy(units.data(), guid.data(), guid.size());
    return Name::hashOf({units.data(), units.size()});
}

bool isSame(const Template &a, const Template &b)
{
    return &a == &b
        || (a.guid == b.guid && a.program.code == b.program.code && a.program.texts == b.program.texts
            && a.program.utf16 == b.program.utf16);
}

} // namespace

ChunkImage::ChunkImage()
    : m_bytes(std::make_unique<std::uint8_t[]>(ChunkSize))
{
}

void ChunkImage::append(Bytes bytes)
{
    if (bytes.size() > Room - m_position) {
        m_isOverfull = true;
        return;
    }
    if (!bytes.empty())
        std::memcpy(m_bytes.get() + m_position, bytes.data(), bytes.size());
    m_position += bytes.size();
}

/// Puts the entry at @p entry, whose first number is the place of the next one, before the others of its hash.
void ChunkImage::link(std::size_t table, std::size_t buckets, std::uint16_t hash, std::size_t entry)
{
    const std::size_t head = table + hash % buckets * sizeof(std::uint32_t);
    patch(entry, readLe<std::uint32_t>(bytes(), head));
    patch(head, static_cast<std::uint32_t>(entry));
}

void ChunkImage::name(QStringView text)
{
    std::u16string key(text.utf16(), static_cast<std::size_t>(text.size()));
    if (const auto known = m_names.find(key); known != m_names.end()) {
        number(known->second);
        return;
    }
    constexpr std::size_t Around = 4 + 4 + 2 + 2 + 2; // its place, the next one's, hash, length, terminator
    if (key.size() > 0xffff || Around + key.size() * 2 > Room - m_position) {
        m_isOverfull = true;
        return;
    }
    const std::uint16_t hash = Name::hashOf(key);
    const std::size_t entry = m_position + 4;
    number(static_cast<std::uint32_t>(entry));
    number(std::uint32_t{0});
    number(hash);
    number(static_cast<std::uint16_t>(key.size()));
    append({reinterpret_cast<const std::uint8_t *>(key.data()), key.size() * 2});
    number(std::uint16_t{0});
    link(NameTable, NameBuckets, hash, entry);
    m_names.emplace(std::move(key), static_cast<std::uint32_t>(entry));
}

std::optional<std::uint32_t> ChunkImage::find(const Template &definition) const
{
    const auto known =
        std::ranges::find_if(m_templates, [&](const Entry &entry) { return isSame(*entry.definition, definition); });
    return known != m_templates.end() ? std::optional(known->offset) : std::nullopt;
}

void ChunkImage::beginDefinition(std::shared_ptr<const Template> definition)
{
    const std::size_t entry = m_position;
    number(std::uint32_t{0});
    if (m_isOverfull)
        return;
    link(TemplateTableAt, TemplateBuckets, hashOf(definition->guid), entry);
    m_templates.push_back({.definition = std::move(definition), .offset = static_cast<std::uint32_t>(entry)});
}

ChunkImage::Mark ChunkImage::mark() const
{
    Mark mark{.position = m_position, .header = {}};
    std::memcpy(mark.header.data(), m_bytes.get(), mark.header.size());
    return mark;
}

void ChunkImage::cutBack(const Mark &mark)
{
    std::memcpy(m_bytes.get(), mark.header.data(), mark.header.size());
    std::memset(m_bytes.get() + mark.position, 0, m_position - mark.position);
    m_position = mark.position;
    m_isOverfull = false;
}

void ChunkImage::clear()
{
    std::memset(m_bytes.get(), 0, m_position); // the header as well
    m_position = ChunkHeaderSize;
    m_isOverfull = false;
    m_names.clear();
    m_templates.clear();
}

} // namespace evident::evtx
