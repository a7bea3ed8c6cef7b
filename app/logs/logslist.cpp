// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logslist.h"

#include "logs/logdelegate.h"
#include "looks/icons.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace evident {

namespace {

LogEntry::State entryState(LogState state)
{
    switch (state) {
    case LogState::Loading: return LogEntry::State::Loading;
    case LogState::Loaded: return LogEntry::State::Loaded;
    case LogState::Cancelled: return LogEntry::State::Cancelled;
    case LogState::Failed: return LogEntry::State::Failed;
    }
    Q_UNREACHABLE_RETURN(LogEntry::State::Failed);
}

} // namespace

LogEntry logEntryOf(const OpenLog &log)
{
    const QString file = QFileInfo(log.path).fileName();
    return {.number = log.number,
        .path = log.path,
        .computer = log.info.computers.isEmpty() ? QString() : log.info.computers.first(),
        .log = log.info.channels.size() == 1 ? log.info.channels.first() : file,
        .state = entryState(log.state),
        .permille = log.permille,
        .records = log.info.records,
        .damages = log.info.damages.size()};
}

LogsList::LogsList(Session &session, QWidget *parent)
    : QTreeView(parent)
    , m_session(session)
{
    setModel(&m_tree);
    setItemDelegate(new LogDelegate(this));
    setAccessibleName(tr("Logs"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(16);
    setItemsExpandable(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    connect(&session, &Session::logAdded, this, &LogsList::update);
    connect(&session, &Session::logChanged, this, &LogsList::update);
    connect(&session, &Session::logRemoved, this, [this](std::uint32_t number) { m_tree.remove(number); });
    connect(&m_tree, &QAbstractItemModel::rowsInserted, this, &QTreeView::expandAll);
    connect(this, &QAbstractItemView::clicked, this, &LogsList::choose);
    connect(this, &QAbstractItemView::activated, this, &LogsList::choose);
}

void LogsList::update(std::uint32_t number)
{
    const auto &logs = m_session.logs();
    const auto log = std::ranges::find(logs, number, &OpenLog::number);
    if (log != logs.end())
        m_tree.put(logEntryOf(*log));
}

std::set<std::uint32_t> LogsList::logsAt(const QModelIndex &index) const
{
    const auto number = [](const QModelIndex &log) { return log.data(std::to_underlying(LogRole::Number)); };
    if (number(index).isValid())
        return {number(index).toUInt()};
    std::set<std::uint32_t> logs;
    for (int row = 0; row < m_tree.rowCount(index); ++row)
        logs.insert(number(m_tree.index(row, 0, index)).toUInt());
    return logs;
}

void LogsList::choose(const QModelIndex &index)
{
    if (index.isValid())
        emit logsChosen(logsAt(index), index.data(Qt::DisplayRole).toString());
}

void LogsList::closeCurrent()
{
    if (!currentIndex().isValid())
        return;
    for (const std::uint32_t number : logsAt(currentIndex()))
        m_session.closeLog(number);
}

void LogsList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    QMenu menu;
    menu.addAction(tr("Show &Only This"), this, [this] { choose(currentIndex()); });
    QAction *damage =
        menu.addAction(icon(IconName::Damage), tr("What Could Not Be &Read…"), this, &LogsList::damageWanted);
    damage->setEnabled(index.data(std::to_underlying(LogRole::DamagedPlaces)).toULongLong() > 0);
    menu.addSeparator();
    menu.addAction(icon(IconName::Close), tr("&Close"), this, &LogsList::closeCurrent);
    menu.exec(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                          : viewport()->mapToGlobal(visualRect(index).bottomLeft()));
}

void LogsList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        closeCurrent();
    else
        QTreeView::keyPressEvent(event);
}

} // namespace evident
