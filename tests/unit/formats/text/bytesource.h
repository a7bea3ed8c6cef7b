// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A text in memory as the bytes of a log, and what reading it came to. For the tests of exports.

#include "formats/text/textreader.h"

#include <algorithm>

namespace evident::test {

class TextInMemory final : public ByteSource {
public:
    explicit TextInMemory(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    /// From this offset on reading fails.
    std::uint64_t failsFrom = UINT64_MAX;

    [[nodiscard]] std::uint64_t size() const override { return static_cast<std::uint64_t>(m_bytes.size()); }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override
    {
        if (offset + into.size() > failsFrom && failsFrom < size())
            return failure(ErrorCode::ReadFailed, "a test's disk",
                {.source = name(), .offset = static_cast<std::int64_t>(offset)}, 5);
        const auto piece = QByteArrayView(m_bytes).sliced(static_cast<qsizetype>(std::min(offset, size())));
        const auto count = std::min(into.size(), static_cast<std::size_t>(piece.size()));
        std::copy_n(piece.begin(), count, into.begin());
        return count;
    }
    [[nodiscard]] QString name() const override { return QStringLiteral("memory"); }

private:
    QByteArray m_bytes;
};

struct ReadRow {
    EventRow row;
    EventValues values;
    QString message;
};

/// Everything of one export.
struct ReadExport {
    Names names;
    std::shared_ptr<const LogReader> reader;
    std::vector<ReadRow> rows;
    Damages damages; ///< the head's first
    std::uint64_t records = 0;
};

class RowCollector final : public RowSink {
public:
    explicit RowCollector(std::vector<ReadRow> &rows)
        : m_rows(rows)
    {
    }
    void row(const EventRow &row, const EventContent &content) override
    {
        m_rows.push_back({row, content.values(), content.message()});
    }

private:
    std::vector<ReadRow> &m_rows;
};

/// The reader is null when the bytes are no export.
inline std::unique_ptr<ReadExport> readExport(std::shared_ptr<const ByteSource> source)
{
    auto read = std::make_unique<ReadExport>();
    if (auto reader = openTextExport(std::move(source), read->names))
        read->reader = std::move(*reader);
    else
        return read;
    read->damages = read->reader->headDamages();
    for (std::size_t part = 0; part < read->reader->partCount(); ++part) {
        RowCollector rows(read->rows);
        const PartReport report = read->reader->readPart(part, rows);
        read->records += report.records;
        read->damages.insert(read->damages.end(), report.damages.begin(), report.damages.end());
    }
    return read;
}

inline std::unique_ptr<ReadExport> readExport(const QByteArray &bytes)
{
    return readExport(std::make_shared<TextInMemory>(bytes));
}

} // namespace evident::test
