// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a log that is open has got since it was read: the job that fetches it. Of a file, only the chunks behind the newest
// event are read again; of a classic log, only the records with higher numbers are asked for. A free function.

#include "session/loadjobs.h"

namespace evident {

/// Up to where a log was read.
struct LogMark {
    QString location;
    std::uint64_t newestRecord = 0;
    std::optional<std::size_t> newestPart{}; ///< nothing when only the newest events were read
};

struct LogNews {
    LogMark mark; ///< up to where it is read now
    LoadedSpan loaded; ///< rows that are new; its batch is null when there are none
    std::shared_ptr<const LogReader> reader; ///< of the new events alone
    std::optional<Error> trouble; ///< why there may be more
};

/// Whether a log at this location and of this format can be asked for what is new.
[[nodiscard]] bool canHaveNews(const QString &location, LogFormat format);
/// Errors of reading stand in LogNews::trouble.
[[nodiscard]] LogNews newsOf(const LogMark &mark, std::uint32_t log, const Matcher &matcher, Names &names,
    const Remote &remote, const CancelFlag &cancelled);

/// The counts of a log with those of what is new.
void addNews(LogInfo &info, const LogInfo &news);

} // namespace evident
