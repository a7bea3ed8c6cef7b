// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/evenrowsview.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>

namespace evident {

namespace {

/// Stands where a table has its vertical header, and is told of nothing.
class NoRowsHeader final : public QHeaderView {
public:
    explicit NoRowsHeader(QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
    {
        hide();
    }
    void setModel(QAbstractItemModel * /*model*/) override { }
    void setSelectionModel(QItemSelectionModel * /*selection*/) override { }
};

constexpr int FarAway = 1 << 30; // pixels: rows that are farther off stand there

} // namespace

EvenRowsView::EvenRowsView(QWidget *parent)
    : QTableView(parent)
{
    setVerticalHeader(new NoRowsHeader(this));
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    // QTableView would place the button at its corner by the vertical header, and hide it without one.
    if (auto *corner = findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->hide();
    m_height = std::max(fontMetrics().height(), 1);
}

void EvenRowsView::setModel(QAbstractItemModel *model)
{
    constexpr auto ForCounts = [](QAbstractItemModel *counted, auto visit) {
        if (counted == nullptr)
            return;
        visit(counted, &QAbstractItemModel::rowsInserted);
        visit(counted, &QAbstractItemModel::rowsRemoved);
        visit(counted, &QAbstractItemModel::modelReset);
    };
    ForCounts(
        this->model(), [this](auto *from, auto signal) { disconnect(from, signal, this, &EvenRowsView::layOutSoon); });
    QTableView::setModel(model);
    ForCounts(model, [this](auto *from, auto signal) { connect(from, signal, this, &EvenRowsView::layOutSoon); });
}

void EvenRowsView::setHeightOfRows(int height)
{
    m_height = std::max(height, 1);
    updateGeometries();
    viewport()->update();
}

int EvenRowsView::rows() const
{
    return model() == nullptr ? 0 : model()->rowCount(rootIndex());
}

int EvenRowsView::topRow() const
{
    return verticalScrollBar()->value();
}

/// How many rows fit wholly into @p height; one at least, so that there is something to scroll by.
int EvenRowsView::rowsInside(int height) const
{
    return std::max(height / m_height, 1);
}

int EvenRowsView::yOf(int row) const
{
    const qint64 y = (qint64{row} - topRow()) * m_height;
    return static_cast<int>(std::clamp<qint64>(y, -FarAway, FarAway));
}

/// -1 where there is no row.
int EvenRowsView::rowAtY(int y) const
{
    const int below = y >= 0 ? y / m_height : (y + 1) / m_height - 1;
    const qint64 row = qint64{topRow()} + below;
    return row >= 0 && row < rows() ? static_cast<int>(row) : -1;
}

QModelIndex EvenRowsView::indexAt(const QPoint &position) const
{
    const int row = rowAtY(position.y());
    const int column = columnAt(position.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column, rootIndex());
}

QRect EvenRowsView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.parent() != rootIndex() || isColumnHidden(index.column()))
        return {};
    return {columnViewportPosition(index.column()), yOf(index.row()), columnWidth(index.column()), m_height};
}

bool EvenRowsView::isIndexHidden(const QModelIndex &index) const
{
    return isColumnHidden(index.column());
}

int EvenRowsView::verticalOffset() const
{
    return topRow() * m_height;
}

void EvenRowsView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.parent() != rootIndex())
        return;
    executeDelayedItemsLayout();
    scrollToRow(index.row(), hint);
    if (!isColumnHidden(index.column()))
        scrollToColumn(index.column(), hint);
    update(index);
}

void EvenRowsView::scrollToRow(int row, ScrollHint hint)
{
    const int inside = rowsInside(viewport()->height());
    const int top = topRow();
    int wanted = top;
    if (hint == PositionAtTop || (hint == EnsureVisible && row < top))
        wanted = row;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && row >= top + inside))
        wanted = row - inside + 1;
    else if (hint == PositionAtCenter)
        wanted = row - inside / 2;
    verticalScrollBar()->setValue(wanted);
}

void EvenRowsView::scrollToColumn(int column, ScrollHint hint)
{
    const int begin = horizontalHeader()->sectionPosition(column);
    const int width = columnWidth(column);
    const int room = viewport()->width();
    const int left = horizontalScrollBar()->value();
    if (hint == PositionAtCenter)
        horizontalScrollBar()->setValue(begin - (room - width) / 2);
    else if (begin < left || width > room)
        horizontalScrollBar()->setValue(begin);
    else if (begin + width > left + room)
        horizontalScrollBar()->setValue(begin + width - room);
}

void EvenRowsView::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        QTableView::scrollContentsBy(dx, 0);
    if (std::abs(dy) > viewport()->height()) // in rows: nothing of what is seen stays
        viewport()->update();
    else if (dy != 0)
        viewport()->scroll(0, dy * m_height);
}

void EvenRowsView::updateGeometries()
{
    if (m_isMeasuring)
        return;
    const QScopedValueRollback measuring(m_isMeasuring, true);
    QHeaderView *const head = horizontalHeader();
    const int headHeight = head->isHidden() ? 0 : std::clamp(head->sizeHint().height(), 0, head->maximumHeight());
    setViewportMargins(0, headHeight, 0, 0);
    const QRect inside = viewport()->geometry();
    head->setGeometry(inside.left(), inside.top() - headHeight, inside.width(), headHeight);

    QSize room = viewport()->size();
    const QSize most = maximumViewportSize();
    if (head->length() <= most.width() && rows() <= most.height() / m_height)
        room = most; // no scroll bar takes anything of it
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(std::max(room.width() / 8, 2));
    horizontalScrollBar()->setRange(0, head->length() - room.width());
    verticalScrollBar()->setPageStep(rowsInside(room.height()));
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, rows() - rowsInside(room.height()));
    // QTableView's own would set everything by the vertical header.
    QAbstractItemView::updateGeometries(); // NOLINT(bugprone-parent-virtual-call)
}

/// Where the pointer is; nothing when it is elsewhere.
QModelIndex EvenRowsView::hoveredIndex() const
{
    return viewport()->underMouse() ? indexAt(viewport()->mapFromGlobal(QCursor::pos())) : QModelIndex();
}

void EvenRowsView::paintEvent(QPaintEvent *event)
{
    if (rows() == 0)
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.palette.setCurrentColorGroup(isEnabled() ? QPalette::Active : QPalette::Disabled);
    const QModelIndex hovered = hoveredIndex();
    const int last = topRow() + event->rect().bottom() / m_height;
    for (int row = topRow() + event->rect().top() / m_height; row <= std::min(last, rows() - 1); ++row)
        paintRow(painter, *event, option, row, hovered);
}

void EvenRowsView::paintRow(
    QPainter &painter, const QPaintEvent &event, QStyleOptionViewItem option, int row, const QModelIndex &hovered) const
{
    const QHeaderView &head = *horizontalHeader();
    const bool isFocused = hasFocus() || viewport()->hasFocus();
    const QStyle::State state = option.state;
    for (int visual = 0; visual < head.count(); ++visual) {
        const QModelIndex index = model()->index(row, head.logicalIndex(visual), rootIndex());
        option.rect = visualRect(index);
        if (!event.region().intersects(option.rect))
            continue;
        option.state = state;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, index == hovered);
        option.state.setFlag(QStyle::State_HasFocus, isFocused && index == currentIndex());
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

QRegion EvenRowsView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int top = std::max(yOf(range.top()), 0);
        const int bottom = std::min(yOf(range.bottom()) + m_height, viewport()->height());
        region += QRect(0, top, viewport()->width(), std::max(bottom - top, 0));
    }
    return region;
}

/// The next column that is shown, from @p column on in the direction of @p step; @p column itself when there is none. All as they are seen.
int EvenRowsView::steppedColumn(int column, int step) const
{
    const QHeaderView &head = *horizontalHeader();
    for (int next = column + step; next >= 0 && next < head.count(); next += step) {
        if (!head.isSectionHidden(head.logicalIndex(next)))
            return next;
    }
    return column;
}

QModelIndex EvenRowsView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QHeaderView &head = *horizontalHeader();
    if (rows() == 0 || head.count() == head.hiddenSectionCount())
        return {};
    const QModelIndex current = currentIndex();
    const bool isWide = modifiers.testFlag(Qt::ControlModifier);
    const bool isMirrored = isRightToLeft();
    int row = current.isValid() ? current.row() : 0;
    int column = current.isValid() ? head.visualIndex(current.column()) : steppedColumn(-1, 1);
    if (current.isValid()) {
        switch (action) {
        case MoveUp: --row; break;
        case MoveDown: ++row; break;
        case MovePageUp: row -= rowsInside(viewport()->height()); break;
        case MovePageDown: row += rowsInside(viewport()->height()); break;
        case MoveLeft:
        case MovePrevious: column = steppedColumn(column, isMirrored && action == MoveLeft ? 1 : -1); break;
        case MoveRight:
        case MoveNext: column = steppedColumn(column, isMirrored && action == MoveRight ? -1 : 1); break;
        case MoveHome:
            column = steppedColumn(-1, 1);
            row = isWide ? 0 : row;
            break;
        case MoveEnd:
            column = steppedColumn(head.count(), -1);
            row = isWide ? rows() - 1 : row;
            break;
        }
    }
    row = std::clamp(row, 0, rows() - 1);
    return model()->index(row, head.logicalIndex(column), rootIndex());
}

/// Of the rows that are seen.
int EvenRowsView::sizeHintForColumn(int column) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = 0;
    const int last = std::min(topRow() + rowsInside(viewport()->height()), rows() - 1);
    for (int row = topRow(); row <= last; ++row) {
        const QModelIndex index = model()->index(row, column, rootIndex());
        width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return width;
}

} // namespace evident
