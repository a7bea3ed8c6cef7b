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
#include <unordered_map>

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
    NameTally() = default;
    NameTally(const NameTally &) = delete; // m_last points into the map
    NameTally &operator=(const NameTally &) = delete;

    void add(NameId name)
    {
        // Neighbouring rows mostly name the same: no look-up for them. References into the map stay valid.
        if (m_last == nullptr || name != m_lastName) {
            m_last = &m_counts[name];
            m_lastName = name;
        }
        ++*m_last;
    }
    /// The names of the rows that count: those that have @p counts in their place.
    void add(const FewValues<NameId> &column, const std::vector<std::uint8_t> &counts);
    void merge(const NameTally &other);
    /// The names but for the empty one, most frequent first.
    [[nodiscard]] QStringList byFrequency(const Names &names) const;
    [[nodiscard]] const std::unordered_map<NameId, std::uint64_t> &counts() const { return m_counts; }

private:
    std::unordered_map<NameId, std::uint64_t> m_counts;
    NameId m_lastName = NameId::None;
    std::uint64_t *m_last = nullptr;
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
