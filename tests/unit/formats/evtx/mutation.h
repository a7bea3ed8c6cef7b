// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A log with one thing done to its bytes, and what that may do to its records. The test's own idea of what a record depends on knows
// nothing of the reader: any four bytes of a record that could be an offset into another record count as one.

#include "events/rowsink.h"
#include "formats/logreader.h"

#include <QByteArray>

#include <vector>

namespace evident::evtx {

/// The bytes of a log, one of them flipped or cut short, without a copy. The bytes must outlive it.
class MutatedSource final : public ByteSource {
public:
    struct Change {
        std::uint64_t cutAt = ~std::uint64_t{0};
        std::uint64_t flipAt = ~std::uint64_t{0};
        std::uint8_t mask = 0;
    };
    MutatedSource(const QByteArray &bytes, Change change);
    [[nodiscard]] std::uint64_t size() const override;
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override;
    [[nodiscard]] QString name() const override { return QStringLiteral("mutated"); }

private:
    const QByteArray &m_bytes;
    Change m_change;
};

/// What a part gave: its rows with their content, those of the log itself and recovered ones.
struct PartRecords {
    struct Record {
        EventRow row;
        EventValues values;
    };
    std::vector<Record> records;
    PartReport report;

    [[nodiscard]] static PartRecords of(const LogReader &log, std::size_t part);
    /// The record at @p place; null when there is none.
    [[nodiscard]] const Record *at(std::uint64_t place) const;
};

/// What the records of one chunk depend on.
class Dependencies {
public:
    /// @p chunk: the chunk's bytes; @p base: its offset in the file; @p whole: its records, undamaged.
    Dependencies(QByteArrayView chunk, std::uint64_t base, const PartRecords &whole);

    /// For each record, whether it may change with the byte at @p offset of the chunk.
    [[nodiscard]] std::vector<bool> touchedBy(std::size_t offset) const;
    /// For each record, whether it may change when the chunk ends at @p offset.
    [[nodiscard]] std::vector<bool> cutBy(std::size_t offset) const;
    [[nodiscard]] std::size_t end() const { return m_end; }

private:
    [[nodiscard]] std::vector<bool> spread(std::vector<bool> touched) const;

    struct Extent {
        std::size_t begin;
        std::size_t end;
    };
    std::vector<Extent> m_records;
    std::vector<std::vector<std::size_t>> m_users; ///< for each record, those that may refer into it
    std::size_t m_end = 0;
};

/// Equal in everything but marks.
[[nodiscard]] bool isUnchanged(const PartRecords::Record &before, const PartRecords::Record &after);

} // namespace evident::evtx
