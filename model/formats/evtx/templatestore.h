// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The templates of a whole log, so that one which comes again in the next chunk, as nearly all do, is not compiled again.
// Found by GUID and size, and taken only when all its bytes and names are equal: a GUID alone proves nothing. Belongs to
// the reader of the log; shared by all its threads, which look for templates without waiting for each other: what is kept
// stays.

#include "formats/evtx/seennames.h"
#include "formats/evtx/template.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>

namespace evident::evtx {

class TemplateStore {
public:
    TemplateStore() = default;
    TemplateStore(const TemplateStore &) = delete;
    TemplateStore &operator=(const TemplateStore &) = delete;

    /// The template whose definition equals the one at @p offset of @p chunk, of @p size bytes with its header; null when there is none. It
    /// stays as long as the store. @p seen: names of this chunk.
    [[nodiscard]] const Template *find(Bytes chunk, std::size_t offset, std::size_t size, SeenNames &seen) const;
    /// Keeps @p definition, which was compiled from there; false when there is no room left. @p names: where it uses names, as the compiler
    /// met them.
    [[nodiscard]] bool add(
        Bytes chunk, std::size_t offset, const std::vector<NameUse> &names, std::shared_ptr<const Template> definition);

private:
    using Name = std::vector<std::uint8_t>; ///< as chunks store it, from its hash on
    using KnownName = std::map<Name, std::uint32_t>::value_type;
    /// A place in the definition that refers to a name elsewhere.
    struct Use {
        std::uint32_t at; ///< from the definition's start
        std::uint32_t slot; ///< of the name, see SeenNames
        const Name *name; ///< one of m_names

        [[nodiscard]] bool isAt(Bytes chunk, std::uint32_t place) const;
    };
    struct Entry {
        std::uint64_t key = 0;
        std::size_t size = 0; ///< of the definition
        std::vector<std::uint8_t> bytes{}; ///< padded
        std::vector<std::uint8_t> mask{}; ///< of these: 0 where chunks may differ
        std::vector<Use> names{};
        std::vector<std::uint32_t> inlineNames{}; ///< places that refer to a name that stands right behind them
        std::shared_ptr<const Template> definition;
        const Entry *next = nullptr; ///< of its bucket

        [[nodiscard]] bool isAt(Bytes chunk, std::size_t offset, SeenNames &seen) const;
    };

    [[nodiscard]] const KnownName &kept(Name name);

    static constexpr std::size_t Buckets = 1024;
    std::array<std::atomic<const Entry *>, Buckets> m_buckets{}; ///< by key: the entry that was added last
    std::mutex m_mutex; ///< held by who adds one
    std::deque<Entry> m_entries;
    std::map<Name, std::uint32_t> m_names; ///< each once, with its SeenNames::slotOf()
    std::size_t m_bytes = 0; ///< of both
};

} // namespace evident::evtx
