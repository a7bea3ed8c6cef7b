// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/eventtable.h"

#include "reports/words.h"
#include "tables/eventcells.h"
#include "wording/description.h"

#include <QCache>
#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace evident {

namespace {

constexpr int KeptDescriptions = 4096; // some screens of rows, there and back
constexpr int RowsNearby = 1000;
constexpr std::size_t FewRows = 3; // up to here, looking for each alone is quicker than one walk over all

struct CachedDescription {
    Description description;
    bool unreadable = false;
};

constexpr qsizetype LongestCell = 500; // no screen shows more of a line, and some values have 64 KiB

QString oneLine(const QString &text)
{
    return visible(text.left(LongestCell).simplified());
}

/// Where @p sought stands, or -1. Looks at a few rows at once: there may be ten million, and the window waits.
int placeOf(RowId sought, const RowIds &order)
{
    constexpr std::size_t Step = 32;
    std::size_t at = 0;
    for (; at + Step <= order.size(); at += Step) {
        std::uint32_t found = 0;
        for (std::size_t i = 0; i < Step; ++i)
            found |= static_cast<std::uint32_t>(order[at + i] == sought);
        if (found != 0)
            break;
    }
    const auto found = std::find(order.begin() + static_cast<std::ptrdiff_t>(at), order.end(), sought);
    return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

using RowPlaces = std::vector<std::pair<RowId, int>>; ///< ascending by row; -1 where the order leaves it out

/// Where each of @p sought (ascending, each once) stands in @p order.
RowPlaces placesOf(const RowIds &sought, const RowIds &order)
{
    RowPlaces places;
    places.reserve(sought.size());
    for (const RowId row : sought)
        places.emplace_back(row, -1);
    if (sought.size() <= FewRows) {
        for (auto &[row, place] : places)
            place = placeOf(row, order);
        return places;
    }
    std::vector<bool> isSought(static_cast<std::size_t>(sought.back()) + 1, false);
    for (const RowId row : sought)
        isSought[static_cast<std::size_t>(row)] = true;
    for (std::size_t at = 0; at < order.size(); ++at) {
        const auto row = static_cast<std::size_t>(order[at]);
        if (row < isSought.size() && isSought[row])
            std::ranges::lower_bound(places, order[at], {}, &RowPlaces::value_type::first)->second =
                static_cast<int>(at);
    }
    return places;
}

} // namespace

struct EventTable::Private {
    Private(const Matcher &theMatcher, const Names &theNames)
        : matcher(&theMatcher)
        , names(theNames)
    {
    }

    [[nodiscard]] EventStore::Spot spot(int viewRow) const
    {
        return store.at(order->rows[static_cast<std::size_t>(viewRow)]);
    }
    [[nodiscard]] bool has(int viewRow) const
    {
        return viewRow >= 0 && static_cast<std::size_t>(viewRow) < order->rows.size();
    }

    [[nodiscard]] const Article *article(EventStore::Spot spot) const
    {
        const Highlight highlight = spot.batch->highlight[spot.index];
        const Shelf &shelf = matcher->shelf();
        return highlight == 0 || highlight > shelf.size() ? nullptr
                                                          : &shelf.article(static_cast<ArticleNumber>(highlight - 1));
    }

    const CachedDescription &description(RowId row)
    {
        const auto key = static_cast<std::uint32_t>(row);
        if (const auto *known = descriptions.object(key))
            return *known;
        auto made = std::make_unique<CachedDescription>();
        const auto spot = store.at(row);
        if (const auto event = spot.batch->reader->event(spot.batch->place[spot.index]))
            made->description = describe(*event, article(spot));
        else
            made->unreadable = true;
        descriptions.insert(key, made.release()); // a new entry is never the one that has to go
        return *descriptions.object(key);
    }

    [[nodiscard]] QString wholeText(int viewRow, EventColumn column)
    {
        const auto makeText = columnDescriptions()[std::to_underlying(column)].text;
        if (makeText == nullptr)
            return description(order->rows[static_cast<std::size_t>(viewRow)]).description.text;
        const auto [batch, index] = spot(viewRow);
        return makeText({.batch = *batch, .index = index, .names = names, .time = time});
    }

    const Matcher *matcher;
    const Names &names;
    EventStore store;
    std::shared_ptr<const EventOrder> order = std::make_shared<EventOrder>();
    int rows = 0; ///< what the views were told; follows order in setOrder
    TabularTime time{QTimeZone::UTC};
    QCache<std::uint32_t, CachedDescription> descriptions{KeptDescriptions};
};

EventTable::EventTable(const Matcher &matcher, const Names &names, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(matcher, names))
{
}

EventTable::~EventTable() = default;

/// Rows come and go at the end, then all of them change places at once: no view has to be told of single moves.
void EventTable::setOrder(const EventStore &store, std::shared_ptr<const EventOrder> order)
{
    const auto rows = static_cast<int>(order->rows.size());
    d->store = store;
    if (rows > d->rows) {
        beginInsertRows({}, d->rows, rows - 1);
        d->rows = rows;
        endInsertRows();
    }
    // Rows change places, but the vertical header has nothing that would have to move with them, and this hint spares it from
    // looking for that in every single row.
    emit layoutAboutToBeChanged({}, HorizontalSortHint);
    const auto before = std::exchange(d->order, std::move(order));
    moveIndexes(before->rows);
    emit layoutChanged({}, HorizontalSortHint);
    if (rows < d->rows) {
        beginRemoveRows({}, rows, d->rows - 1);
        d->rows = rows;
        endRemoveRows();
    }
}

void EventTable::useMatcher(const Matcher &matcher)
{
    d->matcher = &matcher;
    d->descriptions.clear();
    if (d->rows > 0)
        emit dataChanged(index(0, 0), index(d->rows - 1, EventColumnCount - 1));
}

void EventTable::clear()
{
    beginResetModel();
    d->store = {};
    d->order = std::make_shared<EventOrder>();
    d->rows = 0;
    d->descriptions.clear();
    endResetModel();
}

void EventTable::moveIndexes(const RowIds &before)
{
    const QModelIndexList from = persistentIndexList();
    RowIds sought;
    for (const QModelIndex &index : from) {
        if (static_cast<std::size_t>(index.row()) < before.size())
            sought.push_back(before[static_cast<std::size_t>(index.row())]);
    }
    std::ranges::sort(sought);
    const auto [first, last] = std::ranges::unique(sought);
    sought.erase(first, last);
    const RowPlaces places = placesOf(sought, d->order->rows);

    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        if (static_cast<std::size_t>(index.row()) >= before.size()) {
            to.append(QModelIndex());
            continue;
        }
        const RowId row = before[static_cast<std::size_t>(index.row())];
        const int place = std::ranges::lower_bound(places, row, {}, &RowPlaces::value_type::first)->second;
        to.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
    }
    changePersistentIndexList(from, to);
}

void EventTable::setTimeZone(const QTimeZone &zone)
{
    d->time = TabularTime(zone);
    if (d->rows > 0)
        emit dataChanged(
            index(0, std::to_underlying(EventColumn::Time)), index(d->rows - 1, std::to_underlying(EventColumn::Time)));
}

RowId EventTable::rowAt(int viewRow) const
{
    return d->order->rows.at(static_cast<std::size_t>(viewRow));
}

int EventTable::viewRowOf(RowId row) const
{
    return placeOf(row, d->order->rows);
}

Result<Event> EventTable::eventAt(int viewRow) const
{
    if (!d->has(viewRow))
        return failure(ErrorCode::BadOffset, "row of the table");
    return d->store.event(rowAt(viewRow));
}

int EventTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->rows;
}

int EventTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : EventColumnCount;
}

QVariant EventTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !d->has(index.row()))
        return {};
    const auto column = static_cast<EventColumn>(index.column());
    const auto spot = d->spot(index.row());
    switch (role) {
    case Qt::DisplayRole: return oneLine(d->wholeText(index.row(), column));
    case Qt::ToolTipRole: return visible(d->wholeText(index.row(), column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(columnDescriptions()[std::to_underlying(column)].alignment | Qt::AlignVCenter);
    case static_cast<int>(EventRole::Level): return static_cast<int>(spot.batch->kind[spot.index].level());
    case static_cast<int>(EventRole::Verdict): {
        const Article *article = d->article(spot);
        return article == nullptr ? QVariant() : QVariant(static_cast<int>(article->verdict));
    }
    case static_cast<int>(EventRole::Row): return static_cast<std::uint32_t>(rowAt(index.row()));
    case static_cast<int>(EventRole::Marks): return static_cast<int>(spot.batch->kind[spot.index].marks());
    case static_cast<int>(EventRole::Origin):
        return column == EventColumn::Description
            ? QVariant(static_cast<int>(d->description(rowAt(index.row())).description.origin))
            : QVariant();
    case static_cast<int>(EventRole::Unreadable):
        return column == EventColumn::Description ? QVariant(d->description(rowAt(index.row())).unreadable)
                                                  : QVariant();
    default: return {};
    }
}

/// Who types a letter means a row nearby; the window cannot wait until ten million were decoded for a letter that none begins with.
QModelIndexList EventTable::match(
    const QModelIndex &start, int role, const QVariant &value, int hits, Qt::MatchFlags /*flags*/) const
{
    QModelIndexList found;
    const QString sought = value.toString();
    if (!checkIndex(start, CheckIndexOption::IndexIsValid) || sought.isEmpty())
        return found;
    for (int i = 0; i < std::min(d->rows, RowsNearby) && (hits < 0 || found.size() < hits); ++i) {
        const QModelIndex at = index((start.row() + i) % d->rows, start.column());
        if (at.data(role).toString().startsWith(sought, Qt::CaseInsensitive))
            found.append(at);
    }
    return found;
}

QVariant EventTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= columnCount() || orientation != Qt::Horizontal)
        return {};
    const ColumnDescription &column = columnDescriptions()[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("EventTable", column.name);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    return {};
}

} // namespace evident
