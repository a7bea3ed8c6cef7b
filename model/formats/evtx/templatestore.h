// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The templates of a whole log, so that one which comes again in the next chunk, as nearly all do, is not compiled again.
// Found by GUID and size, and taken only when all its bytes and names are equal: a GUID alone proves nothing. Belongs to
// the reader of the log; shared by all its threads.

#include "formats/evtx/template.h"

#include <QReadWriteLock>

#include <unordered_map>

namespace evident::evtx {

class TemplateStore {
public:
    TemplateStore() = default;
    TemplateStore(const TemplateStore &) = delete;
    TemplateStore &operator=(const TemplateStore &) = delete;

    /// The template whose definition equals the one at @p offset of @p chunk, of @p size bytes with its header; null when there is none.
    [[nodiscard]] std::shared_ptr<const Template> find(Bytes chunk, std::size_t offset, std::size_t size) const;
    /// Keeps @p definition, which was compiled from there; false when there is no room left. @p names: where it uses names, as the compiler
    /// met them.
    [[nodiscard]] bool add(
        Bytes chunk, std::size_t offset, const std::vector<NameUse> &names, std::shared_ptr<const Template> definition);

private:
    /// A place in the definition that refers to a name.
    struct Use {
        std::size_t at; ///< from the definition's start
        std::vector<std::uint8_t>
            stored; ///< the name as chunks store it, from its hash on; empty where it stands there itself
    };
    struct Entry {
        std::vector<std::uint8_t> bytes;
        std::vector<Use> names;
        std::shared_ptr<const Template> definition;

        [[nodiscard]] bool isAt(Bytes chunk, std::size_t offset) const;
        [[nodiscard]] bool isOrdered() const;
    };

    mutable QReadWriteLock m_lock;
    std::unordered_multimap<std::uint64_t, Entry> m_entries;
    std::size_t m_bytes = 0;
};

} // namespace evident::evtx
