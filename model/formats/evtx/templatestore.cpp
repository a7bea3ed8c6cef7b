// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/templatestore.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace evident::evtx {

namespace {

constexpr std::size_t GuidOffset = 4;
constexpr std::size_t NextNameSize = 4;
constexpr std::size_t TerminatorSize = 2;
/// More than all providers of Windows define; a log that claims more than this compiles what does not fit again and again.
constexpr std::size_t MostBytes = std::size_t{16} << 20;

std::uint64_t keyOf(Bytes chunk, std::size_t offset, std::size_t size)
{
    return readLe<std::uint64_t>(chunk, offset + GuidOffset) * 31 + size;
}

/// A name as it stands in a chunk behind the place of the next: hash, length, text.
std::vector<std::uint8_t> stored(const NameUse &use)
{
    const std::size_t size = use.text.size() * 2;
    std::vector<std::uint8_t> bytes(4 + size);
    const auto length = static_cast<std::uint16_t>(use.text.size());
    std::memcpy(bytes.data(), &use.hash, 2);
    std::memcpy(bytes.data() + 2, &length, 2);
    std::memcpy(bytes.data() + 4, use.text.data(), size);
    return bytes;
}

/// Whether the numbers of every name lie inside of the @p size bytes of a definition at @p offset, one behind the other.
bool areOrdered(const std::vector<NameUse> &names, std::size_t offset, std::size_t size)
{
    std::size_t end = offset + GuidOffset;
    for (const NameUse &use : names) {
        if (use.at < end)
            return false;
        end = use.at + sizeof(std::uint32_t) + (use.isInline ? NextNameSize : 0);
    }
    return end <= offset + size;
}

} // namespace

/// Compares everything but what differs from chunk to chunk: where the next template and the next names lie, and the offsets of names,
/// which must lead to equal names. All else is compared at once, with those numbers put in our place of them.
bool TemplateStore::Entry::isAt(Bytes chunk, std::size_t offset, SeenNames &seen) const
{
    const Bytes other = slice(chunk, offset, bytes.size());
    if (other.size() != bytes.size() || bytes.size() > ChunkSize)
        return false;
    const std::uint8_t *const there = other.data();
    std::array<std::uint8_t, ChunkSize>
        expected; // NOLINT(cppcoreguidelines-pro-type-member-init): filled as far as it is used
    std::memcpy(expected.data(), bytes.data(), bytes.size());
    for (const Use &use : names) {
        std::uint32_t nameAt = 0;
        std::memcpy(&nameAt, there + use.at, sizeof(nameAt)); // the compiler has read it there
        const bool isInline = nameAt == offset + use.at + sizeof(nameAt);
        if (isInline != (use.name == nullptr))
            return false;
        std::memcpy(expected.data() + use.at, there + use.at, sizeof(nameAt));
        if (isInline) {
            std::memcpy(expected.data() + use.at + sizeof(nameAt), there + use.at + sizeof(nameAt), NextNameSize);
            continue;
        }
        if (seen.has(nameAt, use.name))
            continue;
        const Bytes name = slice(chunk, std::size_t{nameAt} + NextNameSize, use.name->size() + TerminatorSize);
        if (name.empty() || std::memcmp(name.data(), use.name->data(), use.name->size()) != 0)
            return false;
        seen.note(nameAt, use.name);
    }
    return std::memcmp(expected.data() + GuidOffset, there + GuidOffset, bytes.size() - GuidOffset) == 0;
}

const Template *TemplateStore::find(Bytes chunk, std::size_t offset, std::size_t size, SeenNames &seen) const
{
    const std::uint64_t key = keyOf(chunk, offset, size);
    const Entry *entry = m_buckets[key % Buckets].load(std::memory_order_acquire);
    while (entry != nullptr && (entry->key != key || entry->bytes.size() != size || !entry->isAt(chunk, offset, seen)))
        entry = entry->next;
    return entry != nullptr ? entry->definition.get() : nullptr;
}

bool TemplateStore::add(
    Bytes chunk, std::size_t offset, const std::vector<NameUse> &names, std::shared_ptr<const Template> definition)
{
    const Bytes bytes = slice(chunk, offset, definition->storedSize);
    Entry entry{.key = keyOf(chunk, offset, bytes.size()),
        .bytes = {bytes.begin(), bytes.end()},
        .names = {},
        .definition = std::move(definition)};
    const std::scoped_lock lock(m_mutex);
    if (m_bytes + bytes.size() > MostBytes || !areOrdered(names, offset, bytes.size()))
        return false;
    m_bytes += bytes.size();
    for (const NameUse &use : names)
        entry.names.push_back({.at = use.at - offset, .name = use.isInline ? nullptr : kept(stored(use))});
    auto &bucket = m_buckets[entry.key % Buckets];
    entry.next = bucket.load(std::memory_order_relaxed);
    bucket.store(&m_entries.emplace_back(std::move(entry)), std::memory_order_release);
    return true;
}

const SeenNames::Name *TemplateStore::kept(SeenNames::Name name)
{
    const auto [known, isNew] = m_names.insert(std::move(name));
    m_bytes += isNew ? known->size() : 0;
    return &*known;
}

} // namespace evident::evtx
