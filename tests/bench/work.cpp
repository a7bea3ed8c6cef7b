// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-work WHAT FILE: one piece of work on one thread, the same instructions in every run, to be counted by valgrind
// while measured() runs. WHAT: rows (reading alone), matched (with all articles), jsonl, xml, time, source (sorting),
// filter, text. Only matched knows articles, since those come and go.
// bench-work toolchain: what it was compiled with, which the counts depend on.

#include "formats/openlog.h"
#include "session/loadjobs.h"
#include "store/eventorder.h"

#include <cstdio>
#include <string_view>

using namespace evident;

namespace {

EventStore loaded(const std::shared_ptr<const LogReader> &reader, const Matcher &matcher, const Names &names)
{
    const auto never = std::make_shared<std::atomic_bool>(false);
    EventStore store;
    for (const PartSpan span : planSpans(*reader))
        store.append(loadSpan(reader, 0, span, matcher, names, never).batch);
    return store;
}

std::size_t dumped(const LogReader &reader, DumpForm form)
{
    OutBuffer out;
    std::size_t bytes = 0;
    for (std::size_t part = 0; part < reader.partCount(); ++part) {
        out.clear();
        static_cast<void>(reader.dumpPart(part, form, out));
        bytes += out.size();
    }
    return bytes;
}

std::optional<Query> queryFor(std::string_view what, Names &names)
{
    Query query;
    if (what == "source")
        query.sortBy = EventColumn::Source;
    else if (what == "filter")
        query.providers = {names.intern(u"Service Control Manager")};
    else if (what == "text")
        query.text = QStringLiteral("no event says this");
    else if (what != "time")
        return {};
    return query;
}

/// What valgrind counts; answers what came out, so that no compiler leaves the work out.
template<typename Work>
[[gnu::noinline]] std::size_t measured(Work work)
{
    return work();
}

/// Nothing when there is no such work, or no such log.
std::optional<std::size_t> work(std::string_view what, const QString &path)
{
    Names names;
    Shelf shelf;
    if (what == "matched") {
        auto packed = Shelf::openPacked(QStringLiteral(EVIDENT_BINARY_DIR "/bin/articles.pack"), QStringLiteral("en"));
        if (!packed)
            return {};
        shelf = std::move(*packed);
    }
    const auto reader = openLogFile(path, names);
    if (!reader)
        return {};
    if (what == "jsonl" || what == "xml")
        return measured([&] { return dumped(**reader, what == "xml" ? DumpForm::Xml : DumpForm::JsonLines); });
    const Matcher matcher(shelf);
    if (what == "rows" || what == "matched")
        return measured([&] { return static_cast<std::size_t>(loaded(*reader, matcher, names).size()); });
    const EventStore store = loaded(*reader, matcher, names);
    const auto query = queryFor(what, names);
    const std::atomic_bool never = false;
    if (!query)
        return {};
    return measured([&] {
        const auto order = runQuery(store, *query, names, shelf, never);
        return order ? order->rows.size() : 0;
    });
}

} // namespace

int main(int count, char **values)
{
    if (count == 2 && std::string_view(values[1]) == "toolchain") {
        std::puts(EVIDENT_TOOLCHAIN);
        return 0;
    }
    const auto result = count == 3 ? work(values[1], QString::fromLocal8Bit(values[2])) : std::nullopt;
    if (!result) {
        std::fputs("bench-work rows|matched|jsonl|xml|time|source|filter|text FILE\nbench-work toolchain\n", stderr);
        return 2;
    }
    std::printf("%zu\n", *result);
    return 0;
}
