// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A table view whose rows are all equally high: where a row stands follows from its number, and nothing is kept for any
// of them. QTableView keeps a few bytes for every row in its vertical header, shown or not, and goes through them all
// whenever rows come, go or change places; with ten million rows that holds the window up. Here that header knows of no
// row, so that QTableView's own rowAt(), rowHeight() and rowViewportPosition() know none either: ask visualRect() and
// indexAt(). Columns are QTableView's business. There is no grid, no span and no hidden row; rows are scrolled one by one.

#include <QTableView>

namespace evident {

class EvenRowsView : public QTableView {
    Q_OBJECT
public:
    explicit EvenRowsView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// In pixels, of every row; at least 1.
    void setHeightOfRows(int height);
    [[nodiscard]] int heightOfRows() const { return m_height; }

    [[nodiscard]] QModelIndex indexAt(const QPoint &position) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;

private:
    void layOutSoon() { scheduleDelayedItemsLayout(); }
    [[nodiscard]] int rows() const;
    [[nodiscard]] int topRow() const;
    [[nodiscard]] int rowsInside(int height) const;
    [[nodiscard]] int yOf(int row) const;
    [[nodiscard]] int rowAtY(int y) const;
    [[nodiscard]] QModelIndex hoveredIndex() const;
    [[nodiscard]] int steppedColumn(int column, int step) const;
    void paintRow(QPainter &painter, const QPaintEvent &event, QStyleOptionViewItem option, int row,
        const QModelIndex &hovered) const;
    void scrollToRow(int row, ScrollHint hint);
    void scrollToColumn(int column, ScrollHint hint);

    int m_height = 1;
    bool m_isMeasuring = false; ///< in updateGeometries(), which what it does would call again
};

} // namespace evident
