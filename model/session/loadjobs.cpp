// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loadjobs.h"

#include "formats/contentkind.h"
#include "formats/openlog.h"
#include "session/newestevents.h"
#include "sources/filesource.h"

#include <QFileInfo>

#include <algorithm>

namespace evident {

namespace {

constexpr std::size_t MostPartsASpan = 64; // 4 MiB of an .evtx

/// Looks at one file after the other and at what is in those that are archives.
class LogFinder {
public:
    LogFinder(bool isNamed, const PullCancel &cancelled, const ArchivePassword &password, const Remote &remote)
        : m_isNamed(isNamed)
        , m_cancelled(cancelled)
        , m_password(password)
        , m_remote(remote)
    {
    }

    void look(const QString &path)
    {
        const auto source = openSource(path, m_remote, RemoteFile::Fetch::WhatIsRead, m_cancelled);
        const auto head = source ? headOf(**source) : std::vector<std::uint8_t>();
        if (sniffArchive(head))
            lookInto(*source, head);
        // One that cannot be opened may well be a log: opening it tells the user why not.
        else if (m_isNamed || !source || looksLikeLog(**source))
            found.paths.push_back(path);
        else
            ++found.skipped;
    }

    FoundLogs found;

private:
    static std::vector<std::uint8_t> headOf(const ByteSource &source)
    {
        std::vector<std::uint8_t> head(512);
        head.resize(source.read(0, head).value_or(0));
        return head;
    }

    void lookInto(const std::shared_ptr<const ByteSource> &archive, Bytes head)
    {
        bool wantsPassword = false;
        const auto askLater = [&wantsPassword](const QString &) {
            wantsPassword = true;
            return std::optional<QString>();
        };
        const auto unpacked = unpack(
            archive, {.isWanted = looksLikeLog, .password = m_password ? m_password : askLater, .isCancelled = [this] {
                          return m_cancelled->load();
                      }});
        if (wantsPassword) {
            found.locked.push_back(archive->name());
            return;
        }
        if (!unpacked) {
            found.archiveErrors.push_back(unpacked.error());
            return;
        }
        found.skipped += unpacked->skipped;
        for (const UnpackedFile &file : unpacked->files)
            found.unpacked.push_back({.bytes = file.bytes, .archive = archive->name()});
        found.archiveErrors.insert(found.archiveErrors.end(), unpacked->errors.begin(), unpacked->errors.end());
        if (m_isNamed && !*m_cancelled && unpacked->files.empty() && unpacked->errors.empty()) {
            found.archiveErrors.push_back({.code = ErrorCode::NotALog,
                .what = "an archive without a log",
                .place = {.source = archive->name()},
                .native = 0,
                .detail = contentKind(head)});
        }
    }

    bool m_isNamed;
    const PullCancel &m_cancelled;
    const ArchivePassword &m_password;
    const Remote &m_remote;
};

} // namespace

FoundLogs findLogs(
    const QString &location, const PullCancel &cancelled, const ArchivePassword &password, const Remote &remote)
{
    FoundLogs found;
    if (remote && ClassicLocation::looksLike(location)) {
        found.paths.push_back(location);
        return found;
    }
    const bool isOnShare = remote && isRemoteLocation(location);
    const auto files = isOnShare ? filesOnShare(location, remote, cancelled) : Location(location).files();
    if (!files) {
        found.error = files.error();
        return found;
    }
    const bool isNamed = isOnShare ? files->size() == 1 && files->front() == SmbPath::from(location)->text()
                                   : !QFileInfo(location).isDir();
    LogFinder finder(isNamed, cancelled, password, remote);
    for (const QString &path : *files) {
        if (*cancelled)
            break;
        finder.look(path);
    }
    return std::move(finder.found);
}

namespace {

/// Of a log on a share its newest events alone, as a log of their own.
Result<std::shared_ptr<const LogReader>> openNewest(
    const SmbPath &path, Names &names, const Remote &remote, const PullCancel &cancelled, std::optional<Error> *trouble)
{
    const auto source = RemoteFile::open(remote, path, RemoteFile::Fetch::WhatIsRead, cancelled);
    if (!source)
        return std::unexpected(source.error());
    const auto reader = openLog(*source, names);
    if (!reader)
        return reader;
    const auto newest = newestEvents(**reader, path.wish, cancelled);
    if (!newest)
        return std::unexpected(newest.error());
    std::optional<Error> missing = (*source)->trouble();
    if (!missing && !newest->damages.empty()) {
        const Damage &damage = newest->damages.front();
        missing = Error{.code = damage.code,
            .what = damage.what,
            .place = {.source = path.text(), .offset = static_cast<std::int64_t>(damage.offset)},
            .native = 0,
            .detail = {}};
    }
    if (missing && newest->count == 0)
        return std::unexpected(*missing);
    if (trouble != nullptr && missing)
        *trouble = missing;
    return openLog(std::make_shared<const MemorySource>(path.text(), newest->evtx), names);
}

} // namespace

Result<std::shared_ptr<const LogReader>> openLogFile(
    const QString &path, Names &names, const Remote &remote, const PullCancel &cancelled, std::optional<Error> *trouble)
{
    if (const auto onShare = remote ? SmbPath::from(path) : std::nullopt; onShare && !onShare->wish.isEverything())
        return openNewest(*onShare, names, remote, cancelled, trouble);
    return openSource(path, remote, RemoteFile::Fetch::Everything, cancelled, trouble)
        .and_then([&names](std::shared_ptr<const ByteSource> source) { return openLog(std::move(source), names); });
}

Result<std::shared_ptr<const LogReader>> openUnpacked(std::shared_ptr<const ByteSource> bytes, Names &names)
{
    return openLog(std::move(bytes), names);
}

std::vector<PartSpan> planSpans(const LogReader &reader)
{
    std::vector<PartSpan> spans;
    const std::size_t parts = reader.partCount();
    std::size_t size = 1;
    for (std::size_t first = 0; first < parts; first += spans.back().count) {
        spans.push_back({.first = first, .count = std::min(size, parts - first)});
        size = std::min(size * 2, MostPartsASpan);
    }
    return spans;
}

LoadedSpan loadSpan(const std::shared_ptr<const LogReader> &reader, std::uint32_t log, PartSpan span,
    const Matcher &matcher, const Names &names, const CancelFlag &cancelled)
{
    LoadedSpan loaded;
    BatchBuilder builder(reader, log, matcher, names, span);
    for (std::size_t part = span.first; part < span.first + span.count; ++part) {
        if (*cancelled)
            return loaded;
        addReport(loaded.report, reader->readPart(part, builder));
        if (builder.newestRecord() > loaded.newestRecord) {
            loaded.newestRecord = builder.newestRecord();
            loaded.newestPart = part;
        }
        loaded.bytes += reader->partBytes(part);
    }
    loaded.batch = builder.seal();
    const auto counter = std::make_shared<LogCounter>();
    counter->add(*loaded.batch);
    loaded.counter = counter;
    return loaded;
}

void addReport(PartReport &whole, const PartReport &more)
{
    whole.records += more.records;
    whole.recovered += more.recovered;
    whole.damages.insert(whole.damages.end(), more.damages.begin(), more.damages.end());
}

} // namespace evident
