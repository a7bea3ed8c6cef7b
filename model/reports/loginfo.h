// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one log holds, counted: the object of `info --json`, the Logs list and the head of every report.

#include "formats/logreader.h"
#include "store/eventbatch.h"

#include <QJsonObject>
#include <QStringList>

#include <array>
#include <map>
#include <vector>

namespace evident {

struct LogInfo {
    QString path;
    LogFormat format = LogFormat::Evtx;
    std::uint64_t size = 0;
    bool dirty = false;
    std::uint64_t records = 0;
    std::uint64_t recovered = 0;
    std::uint64_t firstRecord = 0; ///< smallest record id
    std::uint64_t lastRecord = 0;
    Timestamp firstTime; ///< earliest
    Timestamp lastTime;
    QStringList computers; ///< by frequency
    QStringList channels;
    std::map<QString, std::uint64_t> providers{};
    std::map<Level, std::uint64_t> levels{};
    Damages damages;
};

/// The object of `info --json`; also scan's files[].
[[nodiscard]] QJsonObject toJson(const LogInfo &info);

/// How often each name of one column occurred.
class NameTally {
public:
    void add(NameId name, std::uint64_t count = 1)
    {
        const std::uint32_t number = m_names.numberOf(name);
        if (number == m_counts.size())
            m_counts.push_back(0);
        m_counts[number] += count;
    }
    void merge(const NameTally &other);
    /// The names but for the empty one, most frequent first.
    [[nodiscard]] QStringList byFrequency(const Names &names) const;
    /// The different names, and how often each of them occurred.
    [[nodiscard]] const std::vector<NameId> &names() const { return m_names.all(); }
    [[nodiscard]] const std::vector<std::uint64_t> &counts() const { return m_counts; }

private:
    DifferentValues<NameId> m_names;
    std::vector<std::uint64_t> m_counts; ///< by their numbers
};

/// Counts the rows of a log's parts; merge() joins the counts of several workers.
class LogCounter final : public RowSink {
public:
    void row(const EventRow &row, const EventContent &content) override;
    /// All rows of a batch at once.
    void add(const EventBatch &batch);
    void merge(const LogCounter &other);
    /// The finished counts of @p reader's log.
    [[nodiscard]] LogInfo info(
        const LogReader &reader, const std::vector<PartReport> &reports, const Names &names) const;

private:
    /// Smallest and largest of ids (0: absent) and times (null: absent).
    struct Span {
        std::uint64_t firstRecord = 0;
        std::uint64_t lastRecord = 0;
        Timestamp firstTime;
        Timestamp lastTime;
        void add(std::uint64_t record, std::uint64_t upToRecord, Timestamp time, Timestamp upToTime);
    };

    NameTally m_providers;
    NameTally m_channels;
    NameTally m_computers;
    std::array<std::uint64_t, 9> m_levels{}; ///< by Level
    Span m_span;
};

} // namespace evident
