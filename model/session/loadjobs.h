// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The jobs of loading, as free functions on what never changes: they run on the session's pool and answer with values.

#include "reports/loginfo.h"
#include "session/remotelogs.h"
#include "sources/archive.h"
#include "sources/location.h"
#include "store/eventbatch.h"

#include <atomic>

namespace evident {

/// Set by the owner of a job that is no longer wanted; jobs look at it for every part.
using CancelFlag = std::shared_ptr<std::atomic_bool>;

/// A log out of an archive.
struct UnpackedLog {
    std::shared_ptr<const ByteSource> bytes;
    QString archive; ///< the file it came out of
};

struct FoundLogs {
    std::vector<QString> paths; ///< what is to be opened, whether or not it proves to be a log
    std::vector<UnpackedLog> unpacked; ///< logs out of archives, to be opened as well
    std::vector<QString> locked; ///< archives that want a password nobody could be asked for; nothing of them is above
    std::uint64_t skipped = 0; ///< files of a folder or an archive that are no logs
    std::optional<Error> error; ///< of the location itself
    std::vector<Error> archiveErrors; ///< what of archives could not be unpacked
};
/// Asked once for the password of the archive with this name; nothing when there is none. Called by the worker that
/// unpacks.
using ArchivePassword = std::function<std::optional<QString>(const QString &archive)>;
/// Looks for the logs behind a location, in archives as well. What was named itself is always among them, unless it is
/// an archive. Without @p password, archives that want one are left for later; without @p remote, nothing is looked for
/// on other computers.
[[nodiscard]] FoundLogs findLogs(const QString &location, const PullCancel &cancelled,
    const ArchivePassword &password = {}, const Remote &remote = {});

/// Errors as openSource and openLog. @p trouble is set when less of the log came than there is.
[[nodiscard]] Result<std::shared_ptr<const LogReader>> openLogFile(const QString &path, Names &names,
    const Remote &remote = {}, const PullCancel &cancelled = {}, std::optional<Error> *trouble = nullptr);
/// The same for a log out of an archive. Errors as openLog.
[[nodiscard]] Result<std::shared_ptr<const LogReader>> openUnpacked(
    std::shared_ptr<const ByteSource> bytes, Names &names);

/// The parts of a log in the order of its file, cut into pieces of work: a small first one, so that rows are there at
/// once, then larger ones, so that a batch is worth its overhead.
[[nodiscard]] std::vector<PartSpan> planSpans(const LogReader &reader);

/// What one span of parts came to.
struct LoadedSpan {
    std::shared_ptr<const EventBatch> batch; ///< null when cancelled, as is the counter
    std::shared_ptr<const LogCounter> counter;
    PartReport report; ///< of all its parts
    std::uint64_t bytes = 0;
    std::uint64_t newestRecord = 0; ///< the highest record id, and the part it stands in
    std::size_t newestPart = 0;
};
[[nodiscard]] LoadedSpan loadSpan(const std::shared_ptr<const LogReader> &reader, std::uint32_t log, PartSpan span,
    const Matcher &matcher, const Names &names, const CancelFlag &cancelled);

/// Adds @p more to @p whole.
void addReport(PartReport &whole, const PartReport &more);

} // namespace evident
