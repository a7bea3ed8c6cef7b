// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loadjobs.h"

#include "formats/openlog.h"
#include "sources/filesource.h"

#include <QFileInfo>

#include <algorithm>

namespace evident {

namespace {

constexpr std::size_t MostPartsASpan = 64; // 4 MiB of an .evtx

/// Hands each row to the batch and to the counts.
class LoadSink final : public RowSink {
public:
    LoadSink(BatchBuilder &builder, LogCounter &counter)
        : m_builder(builder)
        , m_counter(counter)
    {
    }
    void row(const EventRow &row, const EventContent &content) override
    {
        m_builder.row(row, content);
        m_counter.row(row, content);
    }

private:
    BatchBuilder &m_builder;
    LogCounter &m_counter;
};

} // namespace

FoundLogs findLogs(const QString &location, const CancelFlag &cancelled)
{
    FoundLogs found;
    const auto files = Location(location).files();
    if (!files) {
        found.error = files.error();
        return found;
    }
    const bool named = !QFileInfo(location).isDir();
    for (const QString &path : *files) {
        if (*cancelled)
            break;
        if (named) {
            found.paths.push_back(path);
            continue;
        }
        const auto source = FileSource::open(path);
        // One that cannot be opened may well be a log: opening it tells the user why not.
        if (!source || looksLikeLog(**source))
            found.paths.push_back(path);
        else
            ++found.skipped;
    }
    return found;
}

Result<std::shared_ptr<const LogReader>> openLogFile(const QString &path, Names &names)
{
    return FileSource::open(path).and_then(
        [&names](std::shared_ptr<const ByteSource> source) { return openLog(std::move(source), names); });
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

LoadedSpan loadSpan(std::shared_ptr<const LogReader> reader, std::uint32_t log, PartSpan span, const Matcher &matcher,
    const Names &names, const CancelFlag &cancelled)
{
    LoadedSpan loaded;
    BatchBuilder builder(reader, log, matcher, names, span);
    const auto counter = std::make_shared<LogCounter>();
    LoadSink sink(builder, *counter);
    for (std::size_t part = span.first; part < span.first + span.count; ++part) {
        if (*cancelled)
            return loaded;
        addReport(loaded.report, reader->readPart(part, sink));
        loaded.bytes += reader->partBytes(part);
    }
    loaded.batch = builder.seal();
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
