// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table of events: which columns stand where, how rows are chosen with mouse and keys, what is copied. Chosen rows
// and the row at the top stay what they are when more rows arrive. Owned by the events pane.

#include "events/evenrowsview.h"
#include "events/eventdelegate.h"
#include "settings/windowsettings.h"
#include "tables/eventtable.h"

namespace evident {

class EventsView final : public EvenRowsView {
    Q_OBJECT
public:
    /// Both must outlive the view.
    EventsView(EventTable &table, const RowVerdicts &verdicts, QWidget *parent = nullptr);

    /// Swaps in an order while the chosen rows, and the row at the top, stay what they are.
    void applyOrder(const EventStore &store, std::shared_ptr<const EventOrder> order);
    /// Scrolls to the chosen row, or to the first one where none is chosen.
    void showChosen();
    /// Chooses the row and scrolls to it, without saying rowChosen; false when the order leaves it out.
    bool chooseRow(RowId row);
    [[nodiscard]] std::optional<RowId> currentRow() const;
    [[nodiscard]] RowIds selectedRows() const;
    /// The chosen rows as text: visible columns, separated by tabs, with a head.
    [[nodiscard]] QString selectionAsText() const;

    void setDensity(RowDensity density);
    [[nodiscard]] QByteArray columnState() const;
    /// Falls back to the columns that everybody starts with.
    void restoreColumns(const QByteArray &state);
    /// Check boxes for the columns that may be left out; owned by the view.
    [[nodiscard]] QMenu *columnsMenu() const { return m_columns; }

signals:
    void rowChosen(evident::RowId row); ///< by the user
    void selectionCountChanged(int rows);
    void sortRequested(evident::EventColumn column, Qt::SortOrder order);
    void menuRequested(const QPoint &globalPosition);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setUpHeader();
    void setUpColumnsMenu();
    void setDefaultWidths();
    EventTable &m_table;
    QMenu *m_columns;
    bool m_swapping = false;
};

} // namespace evident
