// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgedstore.h"

#include "formats/evt/evtreader.h"
#include "sources/filesource.h"

#include <random>
#include <sstream>

namespace evident::test {

ForgedStore::ForgedStore(Shelf articles)
    : shelf(std::move(articles))
    , matcher(shelf)
{
}

void ForgedStore::addLog(
    std::uint32_t number, const QString &name, const std::vector<forge::EvtEvent> &events, std::size_t partsABatch)
{
    std::ostringstream out;
    forge::EvtFile log(out);
    for (const forge::EvtEvent &event : events)
        log.add(event);
    log.finish();
    const auto reader = openEvt(std::make_shared<MemorySource>(name, QByteArray::fromStdString(out.str())), names);
    if (!reader)
        qFatal("the forged log does not open");
    for (std::size_t first = 0; first < (*reader)->partCount(); first += partsABatch) {
        const PartSpan parts{.first = first, .count = std::min(partsABatch, (*reader)->partCount() - first)};
        BatchBuilder builder(*reader, number, matcher, names, parts);
        for (std::size_t part = parts.first; part < parts.first + parts.count; ++part)
            static_cast<void>((*reader)->readPart(part, builder));
        store.append(builder.seal());
    }
}

std::vector<forge::EvtEvent> mixedEvents(int count, unsigned seed)
{
    constexpr std::array types{forge::EvtType::Error, forge::EvtType::Warning, forge::EvtType::Information,
        forge::EvtType::AuditSuccess, forge::EvtType::AuditFailure};
    constexpr std::array sources{u"Perflib", u"perfctrs", u"Application Popup", u"Österreich", u"DCOM", u"NETLOGON"};
    constexpr std::array computers{u"MAIL01", u"FILE02", u"mail01"};
    constexpr std::array words{u"alpha", u"Bravo", u"charlie", u"MSExchangeIMC", u"", u"zulu ärger"};
    std::mt19937 random(seed);
    const auto below = [&random](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    std::vector<forge::EvtEvent> events;
    for (int i = 0; i < count; ++i) {
        events.push_back({
            .generated = 900'000'000 + below(1'000),
            .written = 0,
            .eventId = 1000 + below(20) + (below(2) << 30),
            .type = types.at(below(types.size())),
            .category = static_cast<std::uint16_t>(below(4)),
            .source = sources.at(below(sources.size())),
            .computer = computers.at(below(computers.size())),
            .sid = below(2) == 0 ? forge::sid({18}) : forge::sid({21, below(5)}),
            .strings = {words.at(below(words.size())), words.at(below(words.size()))},
            .data = {},
        });
    }
    return events;
}

Shelf perflibShelf()
{
    Article article;
    article.id = QStringLiteral("performance/test");
    article.title = QStringLiteral("Counters");
    article.verdict = Verdict::Harmless;
    article.summary = QStringLiteral("The counters of {service} cannot be opened");
    article.match = {{.providers = {QStringLiteral("Perflib")}, .ids = {1008}, .all = {}}};
    ValuePlace firstString;
    firstString.number = 1;
    article.values = {{.name = QStringLiteral("service"), .places = {firstString}}};
    Shelf shelf;
    shelf.add(std::make_shared<Article>(std::move(article)));
    return shelf;
}

} // namespace evident::test
