// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/templatestore.h"

#include "formats/evtx/maskedcompare.h"

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
/// which must lead to equal names.
bool TemplateStore::Entry::isAt(Bytes chunk, std::size_t offset, SeenNames &seen) const
{
    const Bytes other = slice(chunk, offset, size);
    if (other.size() != size)
        return false;
    for (const std::uint32_t at : inlineNames) {
        if (readLe<std::uint32_t>(other, at) != offset + at + sizeof(std::uint32_t))
            return false;
    }
    for (const Use &use : names) {
        std::uint32_t nameAt = 0;
        std::memcpy(&nameAt, other.data() + use.at, sizeof(nameAt)); // the compiler has read it there
        if (nameAt == offset + use.at + sizeof(nameAt))
            return false;
        if (seen.has(nameAt, use.slot))
            continue;
        if (!use.isAt(chunk, nameAt))
            return false;
        seen.note(nameAt, use.slot);
    }
    if (chunk.size() - offset >= bytes.size())
        return isSameWhere(mask.data(), other.data(), bytes.data(), bytes.size());
    std::vector<std::uint8_t> padded(other.begin(), other.end());
    padded.resize(bytes.size());
    return isSameWhere(mask.data(), padded.data(), bytes.data(), bytes.size());
}

bool TemplateStore::Use::isAt(Bytes chunk, std::uint32_t place) const
{
    const Bytes there = slice(chunk, std::size_t{place} + NextNameSize, name->size() + TerminatorSize);
    return !there.empty() && std::memcmp(there.data(), name->data(), name->size()) == 0;
}

const Template *TemplateStore::find(Bytes chunk, std::size_t offset, std::size_t size, SeenNames &seen) const
{
    const std::uint64_t key = keyOf(chunk, offset, size);
    const Entry *entry = m_buckets[key % Buckets].load(std::memory_order_acquire);
    while (entry != nullptr && (entry->key != key || entry->size != size || !entry->isAt(chunk, offset, seen)))
        entry = entry->next;
    return entry != nullptr ? entry->definition.get() : nullptr;
}

bool TemplateStore::add(
    Bytes chunk, std::size_t offset, const std::vector<NameUse> &names, std::shared_ptr<const Template> definition)
{
    const std::size_t size = definition->storedSize;
    const Bytes bytes = slice(chunk, offset, size);
    const std::scoped_lock lock(m_mutex);
    if (m_bytes + 2 * size > MostBytes || !areOrdered(names, offset, size))
        return false;
    Entry entry{.key = keyOf(chunk, offset, size), .size = size, .definition = std::move(definition)};
    entry.bytes.assign(bytes.begin(), bytes.end());
    entry.mask.assign(size, 0xff);
    const auto ignore = [&entry](std::size_t at, std::size_t count) {
        std::fill_n(entry.mask.begin() + static_cast<std::ptrdiff_t>(at), count, std::uint8_t{0});
    };
    ignore(0, GuidOffset);
    for (const NameUse &use : names) {
        const auto at = static_cast<std::uint32_t>(use.at - offset);
        ignore(at, sizeof(at) + (use.isInline ? NextNameSize : 0));
        if (use.isInline) {
            entry.inlineNames.push_back(at);
        } else {
            const auto &[name, slot] = kept(stored(use));
            entry.names.push_back({.at = at, .slot = slot, .name = &name});
        }
    }
    entry.bytes.resize(paddedToStep(size));
    entry.mask.resize(entry.bytes.size());
    m_bytes += 2 * size;
    auto &bucket = m_buckets[entry.key % Buckets];
    entry.next = bucket.load(std::memory_order_relaxed);
    bucket.store(&m_entries.emplace_back(std::move(entry)), std::memory_order_release);
    return true;
}

const TemplateStore::KnownName &TemplateStore::kept(Name name)
{
    const auto [known, isNew] = m_names.try_emplace(std::move(name), SeenNames::slotOf(m_names.size()));
    m_bytes += isNew ? known->first.size() : 0;
    return *known;
}

} // namespace evident::evtx
