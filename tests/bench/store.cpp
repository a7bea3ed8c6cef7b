// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-store [Google Benchmark's options] FILE: sorting, filtering and searching the rows of a log. Every answer is
// proved before it is measured.

#include "bench/storeproof.h"
#include "tables/eventtable.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

using namespace evident;
using namespace evident::bench;

namespace {

constexpr std::uint32_t ProvableTexts = 100'000; // the slow way decodes every row of these twice

EventOrder answer(const LoadedStore &loaded, const Query &query)
{
    const std::atomic_bool never = false;
    auto order = runQuery(loaded.store, query, loaded.names, loaded.shelf, never);
    if (!order)
        qFatal("a query gave no answer");
    return std::move(*order);
}

void measure(const std::string &name, const LoadedStore &loaded, const Query &query)
{
    benchmark::RegisterBenchmark(name,
        [&loaded, query, isProved = false](benchmark::State &state) mutable {
            const bool isSlow = !query.text.isEmpty() || query.sortBy == EventColumn::Description;
            const EventOrder order = answer(loaded, query);
            if (!std::exchange(isProved, true) && (!isSlow || loaded.store.size() <= ProvableTexts))
                prove(loaded, query, order);
            for (auto _ : state) // NOLINT(clang-analyzer-deadcode.DeadStores)
                benchmark::DoNotOptimize(answer(loaded, query));
            state.counters["rows"] = static_cast<double>(order.rows.size());
        })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
}

void measureSorting(const LoadedStore &loaded)
{
    for (int column = 0; column < EventColumnCount; ++column) {
        const auto sortBy = static_cast<EventColumn>(column);
        Query query;
        query.sortBy = sortBy;
        for (const bool descending : {true, false}) {
            query.descending = descending;
            std::string name = "sort/" + QString(columnName(sortBy)).toStdString() + (descending ? "/down" : "/up");
            std::ranges::replace(name, ' ', '-');
            measure(name, loaded, query);
        }
    }
}

/// A query that is as usual but for what @p change does to it.
template<typename Change>
Query changed(Change change)
{
    Query query;
    change(query);
    return query;
}

void measureFilters(const LoadedStore &loaded)
{
    const NameId services = loaded.names.find(u"Service Control Manager");
    const NameId computer = loaded.store.batches().front()->kind.front().computer();
    const std::set levels{Level::Error, Level::Critical};
    measure("filter/level", loaded, changed([&](Query &query) { query.levels = levels; }));
    measure("filter/source", loaded, changed([&](Query &query) { query.providers = {services}; }));
    measure("filter/id", loaded, changed([](Query &query) { query.ids = {7036, 4624}; }));
    measure("filter/explained", loaded, changed([](Query &query) { query.explained = true; }));
    measure("filter/all", loaded, changed([&](Query &query) {
        query.levels = levels;
        query.providers = {services};
        query.computers = {computer};
        query.ids = {7000, 7009};
    }));
}

void measureSearches(const LoadedStore &loaded)
{
    const auto search = [&loaded](const char *name, const QString &text) {
        measure(name, loaded, changed([&text](Query &query) { query.text = text; }));
    };
    search("text/none", QStringLiteral("no event says this"));
    search("text/some", QStringLiteral("gerätesetup"));
    search("text/number", QStringLiteral("3f7"));
    search("text/source", QStringLiteral("service control"));
}

Query expressionQuery(const QString &expression)
{
    return changed([&expression](Query &query) {
        query.text = expression;
        query.textKind = TextKind::Expression;
    });
}

/// What people type, of every kind that takes its own way through a search: with letters that every match must hold, with a choice of them,
/// without any; bound to the ends of lines and values; looking around; far apart; in what is no text; the same again.
void measureExpressions(const LoadedStore &loaded)
{
    const auto search = [&loaded](const char *name, const QString &expression) {
        measure(name, loaded, expressionQuery(expression));
    };
    search("expression/letters", QStringLiteral("service \\w+ (entered|failed)"));
    search("expression/some", QStringLiteral("ger(ä|ae)tesetup\\w*"));
    search("expression/common", QStringLiteral("[^:]+: \\d{6,}$"));
    search("expression/free", QStringLiteral("\\b\\d{1,3}([.:]\\d{1,3}){3}\\b"));
    search("expression/address",
        QStringLiteral("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)"));
    search("expression/date", QStringLiteral("\\b(19|20)\\d\\d[-/.](0[1-9]|1[0-2])[-/.]\\d\\d\\b"));
    search("expression/time", QStringLiteral("\\d{1,2}:\\d{2}(:\\d{2})?"));
    search("expression/guid", QStringLiteral("\\w{8}-\\w{4}-\\w{4}-\\w{4}-\\w{12}"));
    search("expression/path", QStringLiteral("[A-Z]:\\\\(?:[^\\\\\\r\\n]+\\\\)*[^\\\\\\r\\n]*"));
    search("expression/choice", QStringLiteral("gerätesetup|spooler"));
    search("expression/choices", QStringLiteral("\\b(disk|ntfs|chkdsk|raid|scsi|ahci)\\b"));
    search("expression/bound", QStringLiteral("^[xyz]\\w*\\d$"));
    search("expression/whole", QStringLiteral("^-$"));
    search("expression/number", QStringLiteral("0x[0-9a-f]+3f7\\b"));
    search("expression/long", QStringLiteral("\\S{60,}"));
    search("expression/lazy", QStringLiteral(".+?:.+?;"));
    search("expression/ahead", QStringLiteral("(?=.*error)(?=.*disk)"));
    search("expression/behind", QStringLiteral("(?<!\\d)\\d{5}(?!\\d)"));
    search("expression/again", QStringLiteral("(\\w+) \\1"));
    search("expression/words", QStringLiteral("\\b\\w+\\b \\b\\w+\\b (?=x)"));
    search("expression/demands", QStringLiteral("^(?=.*\\d)(?=.*[a-z])(?=.*[@#]).{8,}$"));
    search("expression/nested", QStringLiteral("(?:\\w+\\.)+\\w+\\d$"));
    search("expression/twice", QStringLiteral("(\\S+)\\s+\\1"));
    search("expression/quoted", QStringLiteral("\\Qa.b\\E\\d"));
    search("expression/umlauts", QStringLiteral("[äöüß]\\w+"));
    search("expression/none", QStringLiteral("\\w+@\\w+@"));
}

/// How long it takes until there is something to show. The rest is called off.
void measureFirst(const std::string &name, const LoadedStore &loaded, const Query &query)
{
    benchmark::RegisterBenchmark(name,
        [&loaded, query](benchmark::State &state) {
            for (auto _ : state) { // NOLINT(clang-analyzer-deadcode.DeadStores)
                std::atomic_bool cancelled = false;
                const auto begin = std::chrono::steady_clock::now();
                auto end = begin;
                const auto early = [&](const EventOrder &order) {
                    end = end == begin && !order.rows.empty() ? std::chrono::steady_clock::now() : end;
                    cancelled = true;
                };
                const auto order = runQuery(loaded.store, query, loaded.names, loaded.shelf, cancelled, early);
                if (end == begin && order)
                    end = std::chrono::steady_clock::now(); // it was done before anything was early
                state.SetIterationTime(std::chrono::duration<double>(end - begin).count());
            }
        })
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime();
}

/// Not worth measuring: what could be found wrongly where nothing is decoded. Texts across names and values, and of what is no text.
void proveSearches(const LoadedStore &loaded)
{
    if (loaded.store.size() > ProvableTexts)
        return;
    for (const QString &text : {QStringLiteral(": "), QStringLiteral("NAME: s"), QStringLiteral(" 0x3"),
             QStringLiteral("s-1-5-21"), QStringLiteral("{0"), QStringLiteral("\u212a"), QStringLiteral("true"),
             QStringLiteral("t0"), QStringLiteral("-4f"), QStringLiteral("ÄT"), QStringLiteral("service entered the"),
             QStringLiteral("\u2026"), QStringLiteral("%%"), QStringLiteral("\n")}) {
        const Query query = changed([&text](Query &asked) { asked.text = text; });
        prove(loaded, query, answer(loaded, query));
    }
    for (const QString &text : {QStringLiteral("x*"), QStringLiteral("^$"), QStringLiteral("name: \\w"),
             QStringLiteral("^param1: "), QStringLiteral("\\bthe\\b.*\\bstate\\b"), QStringLiteral("\\d\\n\\w"),
             QStringLiteral("^\\d+$"), QStringLiteral("(?-i)Service"), QStringLiteral("\\ADer"),
             QStringLiteral("[{(]\\d"), QStringLiteral("(?<=: )[[:upper:]]{3}"), QStringLiteral("(?!.*e)^.+$"),
             QStringLiteral("s(?>er)vice"), QStringLiteral("\\(error"), QStringLiteral("\u212a|\u017f"),
             QStringLiteral("lindenhof|kasse|%%1"), QStringLiteral("(start|stop|runn)(ed|ing)$"),
             QStringLiteral("0x|s-1"), QStringLiteral("(?-i)Se|TCB"), QStringLiteral("\\s\\S"),
             QStringLiteral("\\s{4}"), QStringLiteral("e\\b.{30}"), QStringLiteral("(?=.*anna)(?=.*s-1)"),
             QStringLiteral("(?<=port: )\\d{5}$"), QStringLiteral("^(\\w)\\1"), QStringLiteral("[^a-z]{12}"),
             QStringLiteral("\\p{Lu}{2}\\d"), QStringLiteral("ü\\w|[ßä]\\b"), QStringLiteral("kasse.exe\\z")}) {
        const Query query = expressionQuery(text);
        prove(loaded, query, answer(loaded, query));
    }
}

} // namespace

int main(int count, char **values)
{
    benchmark::Initialize(&count, values);
    if (count != 2) {
        std::fputs("bench-store [--benchmark_…] FILE\n", stderr);
        return 2;
    }
    const LoadedStore loaded(QString::fromLocal8Bit(values[1]));
    measureSorting(loaded);
    measureFilters(loaded);
    measureSearches(loaded);
    measureFirst("first/text", loaded, changed([](Query &query) { query.text = QStringLiteral("gerätesetup"); }));
    measureExpressions(loaded);
    measureFirst("first/expression", loaded, expressionQuery(QStringLiteral("ger(ä|ae)tesetup\\w*")));
    measureFirst("first/expression-free", loaded, expressionQuery(QStringLiteral("\\b\\d{1,3}([.:]\\d{1,3}){3}\\b")));
    measureFirst("first/expression-whole", loaded, expressionQuery(QStringLiteral("^-$")));
    measureFirst("first/Description", loaded, changed([](Query &query) { query.sortBy = EventColumn::Description; }));
    proveSearches(loaded);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
