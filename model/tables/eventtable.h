// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Shows the rows of a session's EventStore in the order of the last query, to any Qt view. Holds no event: a visible
// row's cells are made when asked for, and descriptions are kept in a small cache.

#include "store/eventorder.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <memory>

namespace evident {

/// Roles beside Qt's own, on every column of a row.
enum class EventRole : int {
    Level = Qt::UserRole + 1, ///< int(Level)
    Verdict, ///< int(Verdict), or invalid when no article explains the row
    Row, ///< uint: RowId
    Marks, ///< int(RowMark)
    Origin, ///< int(DescriptionOrigin), of the description column
    Unreadable, ///< bool: the row's record can no longer be read (its file changed), of the description column
};

/// The untranslated (English, CONTRACT) name of a column: the head of CSV files.
[[nodiscard]] QLatin1StringView columnName(EventColumn column);

class EventTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Both must outlive the table, @p matcher until another is used.
    EventTable(const Matcher &matcher, const Names &names, QObject *parent = nullptr);
    ~EventTable() override;

    /// Swaps in a new state of the store and the order of its rows. Rows keep their numbers from the state before:
    /// persistent indexes, and with them selection and current row, stay on their events. Call clear() first where
    /// they do not (Session::rowsReset).
    void setOrder(const EventStore &store, std::shared_ptr<const EventOrder> order);
    /// Descriptions and verdicts come from the articles of this one from now on.
    void useMatcher(const Matcher &matcher);
    /// Empties the table.
    void clear();
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] RowId rowAt(int viewRow) const;
    /// The view row of a row id, or -1 when the order leaves it out.
    [[nodiscard]] int viewRowOf(RowId row) const;
    /// The whole event of a view row, decoded from its log.
    [[nodiscard]] Result<Event> eventAt(int viewRow) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Of the next thousand rows alone, and only what keyboard search asks for: texts that begin with @p value.
    [[nodiscard]] QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits = 1,
        Qt::MatchFlags flags = Qt::MatchFlags(Qt::MatchStartsWith | Qt::MatchWrap)) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Private;

    void moveIndexes(const RowIds &before);

    std::unique_ptr<Private> d;
};

} // namespace evident
