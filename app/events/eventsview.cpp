// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/eventsview.h"

#include "looks/fonts.h"
#include "looks/icons.h"
#include "looks/spacing.h"
#include "reports/words.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <utility>

namespace evident {

namespace {

constexpr int section(EventColumn column)
{
    return std::to_underlying(column);
}

/// A text as wide as anything the column usually holds.
struct ColumnWidth {
    EventColumn column;
    const char *sample;
};
constexpr std::array Widths{
    ColumnWidth{EventColumn::Source, "Service Control Mana"},
    ColumnWidth{EventColumn::Id, "000000"},
    ColumnWidth{EventColumn::Log, "Application-System"},
    ColumnWidth{EventColumn::Computer, "MAILSERVER01.corp"},
    ColumnWidth{EventColumn::User, "S-1-5-21-1004336348"},
    ColumnWidth{EventColumn::RecordId, "00000000"},
    ColumnWidth{EventColumn::Keywords, "Audit Success"},
    ColumnWidth{EventColumn::Opcode, "00000"},
    ColumnWidth{EventColumn::ProcessId, "0000000"},
    ColumnWidth{EventColumn::ThreadId, "0000000"},
    ColumnWidth{EventColumn::Activity, "{00000000-0000-0000}"},
    ColumnWidth{EventColumn::File, "Application.evtx"},
};

/// Whole rows are selected; a range may come more than once, where columns were moved.
int rowsIn(const QItemSelection &selection)
{
    std::vector<std::pair<int, int>> spans;
    for (const QItemSelectionRange &range : selection)
        spans.emplace_back(range.top(), range.bottom() + 1);
    std::ranges::sort(spans);
    int rows = 0;
    int counted = 0; ///< up to this row
    for (const auto &[begin, end] : spans) {
        rows += std::max(end - std::max(begin, counted), 0);
        counted = std::max(counted, end);
    }
    return rows;
}

} // namespace

EventsView::EventsView(EventTable &table, const RowVerdicts &verdicts, QWidget *parent)
    : EvenRowsView(parent)
    , m_table(table)
    , m_columns(new QMenu(tr("Columns"), this))
{
    setModel(&table);
    setItemDelegate(new EventDelegate(verdicts, this));
    setAccessibleName(tr("Events"));
    setFont(tabularFont(font()));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setDensity(RowDensity::Dense);
    setUpHeader();
    setUpColumnsMenu();
}

void EventsView::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicator(section(EventColumn::Time), Qt::DescendingOrder);
    header->setSortIndicatorShown(true);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(section(EventColumn::Description), QHeaderView::Stretch);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
        [this](int column, Qt::SortOrder order) { emit sortRequested(EventColumn(column), order); });
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](const QPoint &position) { m_columns->popup(header->mapToGlobal(position)); });
    restoreColumns({});
}

void EventsView::setUpColumnsMenu()
{
    for (int column = 0; column < EventColumnCount; ++column) {
        // The description carries the verdict's badge: it is never left out.
        if (column == section(EventColumn::Description))
            continue;
        QAction *shown = m_columns->addAction(m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        shown->setCheckable(true);
        connect(m_columns, &QMenu::aboutToShow, shown,
            [this, shown, column] { shown->setChecked(!isColumnHidden(column)); });
        connect(shown, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
    m_columns->addSeparator();
    connect(m_columns->addAction(tr("Standard Columns")), &QAction::triggered, this, [this] { restoreColumns({}); });
}

void EventsView::setDefaultWidths()
{
    const QFontMetrics metrics(font());
    for (const auto &[column, sample] : Widths)
        setColumnWidth(section(column), metrics.horizontalAdvance(QLatin1StringView(sample)) + spacing::Wide);
    const QDateTime widest(QDate(2028, 12, 28), QTime(20, 58, 58));
    const QString time = QLocale().toString(widest, QLocale::ShortFormat) + QStringLiteral(":58.000");
    setColumnWidth(section(EventColumn::Time), metrics.horizontalAdvance(time) + spacing::Wide);
    int level = 0;
    for (int number = 0; number <= std::to_underlying(Level::Warning) + 1; ++number)
        level = std::max(level, metrics.horizontalAdvance(levelText(Level(number))));
    setColumnWidth(section(EventColumn::Level), level + metrics.ascent() + 2 * spacing::Wide);
    const QString task = m_table.headerData(section(EventColumn::Task), Qt::Horizontal, Qt::DisplayRole).toString();
    setColumnWidth(section(EventColumn::Task), metrics.horizontalAdvance(task) + spacing::Wide + spacing::Normal);
    // No heading is cut off, whatever the language.
    const QFontMetrics headMetrics(horizontalHeader()->font());
    for (int column = 0; column < EventColumnCount; ++column) {
        const QString head = m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        setColumnWidth(column, std::max(columnWidth(column), headMetrics.horizontalAdvance(head) + 2 * spacing::Wide));
    }
}

void EventsView::setDensity(RowDensity density)
{
    const int air = density == RowDensity::Dense ? spacing::Normal : 2 * spacing::Normal + spacing::Tight;
    setHeightOfRows(fontMetrics().height() + air);
}

QByteArray EventsView::columnState() const
{
    return horizontalHeader()->saveState();
}

void EventsView::restoreColumns(const QByteArray &state)
{
    const QSignalBlocker quiet(horizontalHeader());
    if (!state.isEmpty() && horizontalHeader()->restoreState(state))
        return;
    for (int column = 0; column < EventColumnCount; ++column)
        setColumnHidden(column, column > section(EventColumn::Description));
    setDefaultWidths();
}

void EventsView::applyOrder(const EventStore &store, std::shared_ptr<const EventOrder> order)
{
    const QModelIndex top = indexAt(QPoint(1, 1));
    // Who stands at the top sees what is new come in, unless a row in sight is being read.
    const bool isReading = currentIndex().isValid() && viewport()->rect().intersects(visualRect(currentIndex()));
    const bool follow = top.isValid() && (verticalScrollBar()->value() > 0 || isReading);
    const RowId topRow = follow ? m_table.rowAt(top.row()) : RowId();
    // The table keeps chosen rows by their events; nobody chose anything now.
    const QScopedValueRollback swapping(m_swapping, true);
    m_table.setOrder(store, std::move(order));
    const int newTop = follow ? m_table.viewRowOf(topRow) : -1;
    if (newTop >= 0)
        scrollTo(m_table.index(newTop, 0), QAbstractItemView::PositionAtTop);
}

bool EventsView::chooseRow(RowId row)
{
    const int place = m_table.viewRowOf(row);
    if (place < 0)
        return false;
    const QScopedValueRollback swapping(m_swapping, true);
    const QModelIndex index = m_table.index(place, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index, QAbstractItemView::EnsureVisible);
    return true;
}

void EventsView::showChosen()
{
    if (currentIndex().isValid())
        scrollTo(currentIndex(), QAbstractItemView::PositionAtCenter);
    else
        scrollToTop();
}

std::optional<RowId> EventsView::currentRow() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? std::optional(m_table.rowAt(current.row())) : std::nullopt;
}

RowIds EventsView::selectedRows() const
{
    QModelIndexList indexes = selectionModel()->selectedRows();
    std::ranges::sort(indexes, {}, &QModelIndex::row);
    RowIds rows;
    rows.reserve(static_cast<std::size_t>(indexes.size()));
    for (const QModelIndex &index : std::as_const(indexes))
        rows.push_back(m_table.rowAt(index.row()));
    return rows;
}

QString EventsView::selectionAsText() const
{
    const QHeaderView *header = horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            columns.append(header->logicalIndex(visual));
    }
    QStringList lines{QString()};
    for (const int column : std::as_const(columns))
        lines.first() += m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u'\t';
    for (const RowId row : selectedRows()) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells.append(m_table.index(m_table.viewRowOf(row), column).data(Qt::DisplayRole).toString().simplified());
        lines.append(cells.join(u'\t'));
    }
    lines.first().chop(1);
    return lines.join(u'\n') + u'\n';
}

void EventsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    EvenRowsView::selectionChanged(selected, deselected);
    emit selectionCountChanged(rowsIn(selectionModel()->selection()));
}

void EventsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    EvenRowsView::currentChanged(current, previous);
    if (m_swapping || !current.isValid())
        return;
    emit rowChosen(m_table.rowAt(current.row()));
}

void EventsView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!selectionModel()->hasSelection())
        return;
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard)
        position = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    emit menuRequested(position);
}

} // namespace evident
