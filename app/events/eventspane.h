// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The middle of the window: filter chips above the table of events. Asks the session for the order its filter wants,
// again whenever rows arrive, and tells which event was chosen. Owned by the main window.

#include "events/eventsview.h"
#include "events/filterbar.h"

#include <QWidget>

namespace evident {

class EventsPane final : public QWidget {
    Q_OBJECT
public:
    /// @p session must outlive the pane.
    explicit EventsPane(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] EventsView &view() { return *m_view; }
    [[nodiscard]] FilterBar &filter() { return *m_filter; }
    [[nodiscard]] const EventTable &table() const { return m_table; }
    /// Rows that the filter leaves.
    [[nodiscard]] int shownRows() const { return m_table.rowCount(); }
    /// More rows may follow: a text is still being looked for.
    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    [[nodiscard]] int selectedRows() const { return m_selected; }
    void setTimeZone(const QTimeZone &zone) { m_table.setTimeZone(zone); }
    /// Chooses the row as soon as the table shows it; says nothing.
    void chooseRow(RowId row);
    /// Chooses the first row of the next order, and says rowChosen.
    void chooseFirst() { m_wantFirst = true; }
    void copyRows() const;
    /// The rows that the filter leaves, as shown.
    [[nodiscard]] RowIds allRows() const;

signals:
    void rowChosen(evident::RowId row);
    void countsChanged();
    /// Rows that the search could not decide about (EventOrder::givenUp).
    void givenUpChanged(quint64 rows);
    void explainWanted(); ///< the chosen row
    void saveWanted(); ///< of the selected rows

private:
    void connectSession();
    void ask();
    void takeOrder(std::shared_ptr<const EventOrder> order);
    void showRowMenu(const QPoint &globalPosition);
    void addNarrowing(QMenu &menu, RowId row);
    void copyXml() const;

    Session &m_session;
    EventTable m_table;
    RowVerdicts m_verdicts;
    FilterBar *m_filter;
    EventsView *m_view;
    std::optional<RowId> m_wanted;
    bool m_wantFirst = false;
    bool m_refiltered = false; ///< the next order answers the user, not the arrival of rows
    bool m_isSearching = false;
    int m_selected = 0;
    std::size_t m_givenUp = 0;
};

} // namespace evident
