// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/storeproof.h"

#include "wording/description.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <thread>

namespace evident::bench {

namespace {

using Spot = EventStore::Spot;

[[noreturn]] void wrong(const char *what, std::size_t place, const Query &query)
{
    qFatal("wrong answer: %s at place %zu, sorted by column %d, text \"%s\"", what, place,
        static_cast<int>(query.sortBy), qPrintable(query.text));
}

template<typename Value>
int compare(Value a, Value b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

int compareTexts(const QString &a, const QString &b)
{
    const int folded = a.compare(b, Qt::CaseInsensitive);
    return folded != 0 ? folded : a.compare(b);
}

int compareNames(NameId a, NameId b, const Names &names)
{
    return a == b ? 0 : compareTexts(names.text(a), names.text(b));
}

QString descriptionOf(const LoadedStore &loaded, const Spot &spot)
{
    const auto event = spot.batch->reader->event(spot.batch->place[spot.index]);
    const Highlight highlight = spot.batch->highlight[spot.index];
    const Article *article =
        highlight == 0 ? nullptr : &loaded.shelf.article(static_cast<ArticleNumber>(highlight - 1));
    return event ? describe(*event, article).text : QString();
}

/// Below, equal to, or above 0 as the first row belongs before, beside or behind the second.
int compareRows(const LoadedStore &loaded, EventColumn column, const Spot &a, const Spot &b)
{
    const auto by = [&](auto member) { return compare((a.batch->*member)[a.index], (b.batch->*member)[b.index]); };
    const RowKind &kindOfA = a.batch->kind[a.index];
    const RowKind &kindOfB = b.batch->kind[b.index];
    const auto byKind = [&](auto valueOf) { return compare((kindOfA.*valueOf)(), (kindOfB.*valueOf)()); };
    const auto byName = [&](auto nameOf) {
        return compareNames((kindOfA.*nameOf)(), (kindOfB.*nameOf)(), loaded.names);
    };
    switch (column) {
    case EventColumn::Level: return byKind(&RowKind::level);
    case EventColumn::Time: return by(&EventBatch::time);
    case EventColumn::Source: return byName(&RowKind::provider);
    case EventColumn::Id: return byKind(&RowKind::id);
    case EventColumn::Task: return byKind(&RowKind::task);
    case EventColumn::Description:
        return compareTexts(descriptionOf(loaded, a).left(64), descriptionOf(loaded, b).left(64));
    case EventColumn::Log: return byName(&RowKind::channel);
    case EventColumn::Computer: return byName(&RowKind::computer);
    case EventColumn::User: return byName(&RowKind::user);
    case EventColumn::RecordId: return by(&EventBatch::recordId);
    case EventColumn::Keywords: return byKind(&RowKind::keywords);
    case EventColumn::Opcode: return byKind(&RowKind::opcode);
    case EventColumn::ProcessId: return by(&EventBatch::processId);
    case EventColumn::ThreadId: return by(&EventBatch::threadId);
    case EventColumn::Activity:
        return compareTexts(
            a.batch->activity[a.index].text(loaded.names), b.batch->activity[b.index].text(loaded.names));
    case EventColumn::File: return compareTexts(a.batch->reader->source().name(), b.batch->reader->source().name());
    }
    std::unreachable();
}

/// All that a text is looked for in.
QStringList textsOf(const LoadedStore &loaded, const Spot &spot)
{
    const auto event = spot.batch->reader->event(spot.batch->place[spot.index]);
    if (!event)
        return {};
    QStringList texts{event->provider, event->computer, event->user, QString::number(event->id), event->renderedMessage,
        descriptionOf(loaded, spot)};
    for (const EventValue &value : event->content.values) {
        if (!value.text.isEmpty())
            texts << value.name << value.text;
    }
    return texts;
}

/// Whether a text is what the query looks for.
std::function<bool(const QString &)> soughtBy(const Query &query)
{
    if (query.textKind == TextKind::Plain)
        return [&query](const QString &text) { return text.contains(query.text, Qt::CaseInsensitive); };
    const QRegularExpression expression(QStringLiteral("(*ANYCRLF)") + query.text,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption
            | QRegularExpression::UseUnicodePropertiesOption);
    return [expression](const QString &text) { return !text.isEmpty() && expression.match(text).hasMatch(); };
}

template<typename Value>
bool isAmong(const std::set<Value> &wanted, Value value)
{
    return wanted.empty() || wanted.contains(value);
}

/// Decoded once for all queries of a program, which measures one log.
const QStringList &knownTextsOf(const LoadedStore &loaded, std::uint32_t row)
{
    static std::vector<QStringList> known(loaded.store.size());
    if (known[row].isEmpty())
        known[row] = textsOf(loaded, loaded.store.at(static_cast<RowId>(row)));
    return known[row];
}

bool passes(const LoadedStore &loaded, const Query &query, std::uint32_t row,
    const std::function<bool(const QString &)> &isSought)
{
    const auto &[batch, index] = loaded.store.at(static_cast<RowId>(row));
    const RowKind &kind = batch->kind[index];
    return isAmong(query.levels, kind.level()) && isAmong(query.providers, kind.provider())
        && isAmong(query.computers, kind.computer()) && isAmong(query.ids, kind.id())
        && isAmong(query.highlights, batch->highlight[index]) && isAmong(query.logs, batch->log)
        && (!query.explained || *query.explained == (batch->highlight[index] != 0))
        && (query.recovered || !has(kind.marks(), RowMark::Recovered))
        && (query.text.isEmpty() || std::ranges::any_of(knownTextsOf(loaded, row), isSought));
}

} // namespace

void prove(const LoadedStore &loaded, const Query &query, const EventOrder &order)
{
    std::vector<bool> shown(loaded.store.size(), false);
    for (std::size_t place = 0; place < order.rows.size(); ++place) {
        const auto row = static_cast<std::uint32_t>(order.rows[place]);
        if (row >= shown.size() || shown[row])
            wrong("a row that is not there, or twice", place, query);
        shown[row] = true;
    }
    const auto isSought = soughtBy(query);
    for (std::uint32_t row = 0; row < shown.size(); ++row) {
        if (shown[row] != passes(loaded, query, row, isSought))
            wrong("a row that passes and is not shown, or the other way round; row number", row, query);
    }
    for (std::size_t place = 1; place < order.rows.size(); ++place) {
        const Spot before = loaded.store.at(order.rows[place - 1]);
        const Spot row = loaded.store.at(order.rows[place]);
        int compared = compareRows(loaded, query.sortBy, before, row);
        if (query.descending)
            compared = -compared;
        if (compared == 0 && query.sortBy != EventColumn::Time)
            compared = -compareRows(loaded, EventColumn::Time, before, row); // newest first
        if (compared > 0)
            wrong("a row in the wrong place", place, query);
    }
}

} // namespace evident::bench
