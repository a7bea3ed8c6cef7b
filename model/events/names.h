// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every provider, channel, computer and user that the open logs name, each kept once and known by a small number. One
// Names belongs to a session (or one run of the command line) and is shared by all its workers: interning locks, so
// readers keep what they met in a cache of their own. Numbers are never reused and mean nothing outside of it.

#include <QHash>
#include <QReadWriteLock>
#include <QString>

#include <cstdint>
#include <deque>

namespace evident {

/// Stands for a string in a Names. 0 is the empty string: an absent value.
enum class NameId : std::uint32_t { None = 0 };

class Names {
public:
    Names();
    Names(const Names &) = delete;
    Names &operator=(const Names &) = delete;

    /// The number of @p text, made if it is new. Thread-safe.
    [[nodiscard]] NameId intern(QStringView text);
    /// The string of @p id; it never changes. Thread-safe.
    [[nodiscard]] QString text(NameId id) const;
    /// The number of @p text if it was ever interned, without making one; None otherwise.
    [[nodiscard]] NameId find(QStringView text) const;
    /// Tells it from every other Names of this process.
    [[nodiscard]] std::uint64_t serial() const { return m_serial; }
    /// How many there are, the empty one included: ids are 0 … count()-1.
    [[nodiscard]] std::uint32_t count() const;

private:
    const std::uint64_t m_serial;
    mutable QReadWriteLock m_lock;
    QHash<QString, NameId> m_ids;
    std::deque<QString> m_texts;
};

} // namespace evident
