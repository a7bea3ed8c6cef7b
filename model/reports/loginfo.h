// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one log holds, counted: the object of `info --json`, the Logs list and the head of every report.

#include "formats/logreader.h"
#include "store/eventbatch.h"

#include <QJsonObject>
#include <QStringList>

#include <map>

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
    std::map<QString, std::uint64_t> providers;
    std::map<Level, std::uint64_t> levels;
    Damages damages;
};

/// The object of `info --json`; also scan's files[].
[[nodiscard]] QJsonObject toJson(const LogInfo &info);

/// Counts the rows of a log's parts; merge() joins the counts of several workers.
class LogCounter final : public RowSink {
public:
    void row(const EventRow &row, const EventContent &content) override;
    void merge(const LogCounter &other);
    /// The finished counts of @p reader's log.
    [[nodiscard]] LogInfo info(const LogReader &reader, const std::vector<PartReport> &reports, const Names &names) const;

private:
    std::map<NameId, std::uint64_t> m_providers;
    std::map<NameId, std::uint64_t> m_channels;
    std::map<NameId, std::uint64_t> m_computers;
    std::map<Level, std::uint64_t> m_levels;
    std::uint64_t m_firstRecord = 0;
    std::uint64_t m_lastRecord = 0;
    Timestamp m_firstTime;
    Timestamp m_lastTime;
};

} // namespace evident
