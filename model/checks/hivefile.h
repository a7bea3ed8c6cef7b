// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The keys and values of one registry hive, through hivex, which works on a checked copy in memory (hiveimage.h): a
// file that shrinks or lies about its sizes harms nobody. Owned by who opened it; used by one thread at a time.

#include "bytes/bytesource.h"
#include "error.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

struct hive_h;

namespace evident {

/// A key of a HiveFile.
enum class HiveKey : std::size_t { };

struct HiveValue {
    std::uint32_t type = 0; ///< REG_SZ 1, REG_EXPAND_SZ 2, REG_DWORD 4 …
    QByteArray bytes;
};

/// The files beside a hive that may hold changes to it, in the order of their names.
using HiveLogs = std::vector<std::shared_ptr<const ByteSource>>;

class HiveFile {
public:
    /// The largest hive that is opened; real SYSTEM hives have 1 to 40 MiB.
    static constexpr std::uint64_t LargestSize = 512ULL * 1024 * 1024;

    /// @p logs: what may hold the changes that were not written to the hive yet (hivelog.h); read only when it is dirty.
    /// Errors: what reading the hive gives; BadHive. A log that cannot be read, or that would break the hive, is none.
    [[nodiscard]] static Result<HiveFile> open(const ByteSource &source, const HiveLogs &logs = {});

    [[nodiscard]] HiveKey root() const;
    /// The keys below @p key. Errors: BadHive when their list is broken: then nobody may say that a key is not there.
    [[nodiscard]] Result<std::vector<HiveKey>> children(HiveKey key) const;
    /// The child of that name without regard to case. Errors: NotFound; BadHive when the list or a name is broken.
    [[nodiscard]] Result<HiveKey> child(HiveKey key, QStringView name) const;
    /// Empty when it is no proper text.
    [[nodiscard]] Result<QString> name(HiveKey key) const;
    /// The value of that name without regard to case. Errors: NotFound, BadHive.
    [[nodiscard]] Result<HiveValue> value(HiveKey key, QStringView name) const;

    /// A REG_DWORD; nothing when it is not there, broken or of another type.
    [[nodiscard]] std::optional<std::uint32_t> number(HiveKey key, QStringView name) const;
    /// A REG_SZ or REG_EXPAND_SZ up to its first zero; empty when it is not there, broken or of another type.
    [[nodiscard]] QString text(HiveKey key, QStringView name) const;

    /// Changes were not written yet when the file was copied, and no log had them.
    [[nodiscard]] bool isDirty() const { return m_isDirty; }
    /// How many changes were taken from its logs.
    [[nodiscard]] int replayed() const { return m_replayed; }

private:
    struct Close {
        void operator()(hive_h *hive) const;
    };
    explicit HiveFile(std::unique_ptr<hive_h, Close> hive);
    static Result<HiveFile> load(const QByteArray &bytes);

    std::unique_ptr<hive_h, Close> m_hive;
    bool m_isDirty = false;
    int m_replayed = 0;
};

} // namespace evident
