// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/templatestore.h"

#include "formats/evtx/name.h"

#include <QReadLocker>
#include <QWriteLocker>

#include <algorithm>

namespace evident::evtx {

namespace {

constexpr std::size_t GuidOffset = 4;
/// More than all providers of Windows define; a log that claims more than this compiles what does not fit again and again.
constexpr std::size_t MostBytes = std::size_t{16} << 20;

std::uint64_t keyOf(Bytes chunk, std::size_t offset, std::size_t size)
{
    return readLe<std::uint64_t>(chunk, offset + GuidOffset) * 31 + size;
}

bool isSame(Bytes a, Bytes b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace

/// Compares everything but what differs from chunk to chunk: where the next template and the next names lie, and the offsets of names,
/// which must lead to equal names.
bool TemplateStore::Entry::isAt(Bytes chunk, std::size_t offset) const
{
    const Bytes other = slice(chunk, offset, bytes.size());
    if (other.size() != bytes.size())
        return false;
    std::size_t at = GuidOffset;
    for (const NameUse &use : names) {
        if (!isSame(Bytes(bytes).subspan(at, use.at - at), other.subspan(at, use.at - at)))
            return false;
        at = use.at + 4;
        const auto nameAt = readLe<std::uint32_t>(other, use.at);
        const bool isInline = nameAt == offset + at;
        if (isInline != use.isInline)
            return false;
        if (isInline) {
            at += 4; // where the next name lies
        } else {
            const auto name = Name::at(chunk, nameAt);
            if (!name || name->hash != use.hash
                || !isSame(name->text, {reinterpret_cast<const std::uint8_t *>(use.text.data()), use.text.size() * 2}))
                return false;
        }
    }
    return isSame(Bytes(bytes).subspan(at), other.subspan(at));
}

std::shared_ptr<const Template> TemplateStore::find(Bytes chunk, std::size_t offset, std::size_t size) const
{
    const QReadLocker locker(&m_lock);
    const auto [begin, end] = m_entries.equal_range(keyOf(chunk, offset, size));
    const auto same = std::find_if(begin, end,
        [&](const auto &entry) { return entry.second.bytes.size() == size && entry.second.isAt(chunk, offset); });
    return same != end ? same->second.definition : nullptr;
}

void TemplateStore::add(
    Bytes chunk, std::size_t offset, std::vector<NameUse> names, std::shared_ptr<const Template> definition)
{
    const Bytes bytes = slice(chunk, offset, definition->storedSize);
    for (NameUse &use : names)
        use.at -= offset;
    const QWriteLocker locker(&m_lock);
    if (m_bytes + bytes.size() > MostBytes)
        return;
    m_bytes += bytes.size();
    m_entries.emplace(keyOf(chunk, offset, bytes.size()),
        Entry{.bytes = {bytes.begin(), bytes.end()}, .names = std::move(names), .definition = std::move(definition)});
}

} // namespace evident::evtx
