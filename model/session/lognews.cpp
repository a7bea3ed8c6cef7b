// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lognews.h"

#include "formats/evtxsaver.h"
#include "formats/openlog.h"
#include "session/newestevents.h"
#include "sources/filesource.h"

#include <QBuffer>

#include <algorithm>

namespace evident {

namespace {

/// Where the events with a higher record id lie.
class NewRows final : public RowSink {
public:
    explicit NewRows(std::uint64_t above)
        : m_above(above)
    {
    }
    void row(const EventRow &row, const EventContent & /*content*/) override
    {
        if (row.recordId > m_above)
            places.push_back(row.place);
        newest = std::max(newest, row.recordId);
    }
    std::vector<std::uint64_t> places;
    std::uint64_t newest = 0;

private:
    std::uint64_t m_above;
};

/// The bytes of a log that holds the new events alone; empty when there are none.
Result<QByteArray> newEvents(const LogReader &reader, LogMark &mark, const CancelFlag &cancelled)
{
    const std::uint64_t above = mark.newestRecord;
    QBuffer file;
    file.open(QIODevice::ReadWrite);
    EvtxSaver saver(file);
    const std::size_t parts = reader.partCount();
    const std::size_t known = mark.newestPart ? *mark.newestPart : partHolding(reader, above);
    const std::size_t first = parts == 0 ? 0 : known % parts;
    for (std::size_t step = 0; step < parts && !*cancelled; ++step) {
        const std::size_t part = (first + step) % parts; // a full log goes on at its beginning
        NewRows rows(above);
        std::ignore = reader.readPart(part, rows);
        if (rows.places.empty() && step > 0)
            break;
        for (const std::uint64_t place : rows.places) {
            if (const auto added = saver.addEvent(reader, place); !added)
                return std::unexpected(added.error());
        }
        if (rows.newest > mark.newestRecord) {
            mark.newestRecord = rows.newest;
            mark.newestPart = part;
        }
    }
    if (saver.saved() == 0)
        return QByteArray();
    if (const auto done = saver.finish(); !done)
        return std::unexpected(done.error());
    return file.data();
}

/// The bytes of what is new, and up to where @p mark stands then.
Result<QByteArray> fetch(
    LogMark &mark, Names &names, const Remote &remote, const CancelFlag &cancelled, std::optional<Error> &trouble)
{
    if (const auto classic = ClassicLocation::from(mark.location)) {
        auto pulled = pullClassicLog(*remote, *classic, static_cast<std::uint32_t>(mark.newestRecord), cancelled);
        if (!pulled)
            return std::unexpected(pulled.error());
        if (pulled->count == 0)
            return QByteArray();
        mark.newestRecord = pulled->newest;
        trouble = pulled->trouble;
        return std::move(pulled->evt);
    }
    QString location = mark.location;
    if (auto path = SmbPath::from(location)) {
        path->wish = {}; // what is new stands in the whole file
        location = path->text();
    }
    const auto source = openSource(location, remote, RemoteFile::Fetch::WhatIsRead, cancelled);
    if (!source)
        return std::unexpected(source.error());
    auto bytes = openLog(*source, names).and_then([&](const std::shared_ptr<const LogReader> &reader) {
        return newEvents(*reader, mark, cancelled);
    });
    if (const auto *file = dynamic_cast<const RemoteFile *>(source->get()))
        trouble = file->trouble(); // a part that did not come looks like one without events
    return bytes;
}

} // namespace

bool canHaveNews(const QString &location, LogFormat format)
{
    return ClassicLocation::looksLike(location) || format == LogFormat::Evtx;
}

LogNews newsOf(const LogMark &mark, std::uint32_t log, const Matcher &matcher, Names &names, const Remote &remote,
    const CancelFlag &cancelled)
{
    LogNews news{.mark = mark, .loaded = {}, .reader = {}, .trouble = {}};
    const auto failed = [&news, &mark](const Error &error) {
        news.mark = mark;
        news.trouble = error;
        return news;
    };
    const auto bytes = fetch(news.mark, names, remote, cancelled, news.trouble);
    if (!bytes)
        return failed(bytes.error());
    if (bytes->isEmpty())
        return news;
    const auto reader = openLog(std::make_shared<const MemorySource>(mark.location, *bytes), names);
    if (!reader)
        return failed(reader.error());
    news.reader = *reader;
    news.loaded = loadSpan(*reader, log, {.first = 0, .count = (*reader)->partCount()}, matcher, names, cancelled);
    return news;
}

void addNews(LogInfo &info, const LogInfo &news)
{
    info.records += news.records;
    info.lastRecord = std::max(info.lastRecord, news.lastRecord);
    if (info.firstTime.isNull())
        info.firstTime = news.firstTime;
    info.lastTime = news.lastTime.isNull() ? info.lastTime : news.lastTime;
    for (const QString &computer : news.computers) {
        if (!info.computers.contains(computer))
            info.computers.append(computer);
    }
    for (const QString &channel : news.channels) {
        if (!info.channels.contains(channel))
            info.channels.append(channel);
    }
    for (const auto &[name, count] : news.providers)
        info.providers[name] += count;
    for (const auto &[level, count] : news.levels)
        info.levels[level] += count;
}

} // namespace evident
