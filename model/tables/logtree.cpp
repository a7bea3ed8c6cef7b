// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/logtree.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace evident {

namespace {

constexpr quintptr NoGroup = 0; // internal id of a computer's own index

QVariant logData(const LogEntry &log, int role)
{
    switch (role) {
    case Qt::DisplayRole: return log.log;
    case Qt::ToolTipRole: return log.path;
    case static_cast<int>(LogRole::Number): return log.number;
    case static_cast<int>(LogRole::State): return std::to_underlying(log.state);
    case static_cast<int>(LogRole::Permille): return log.permille;
    case static_cast<int>(LogRole::Records): return QVariant::fromValue(log.records);
    case static_cast<int>(LogRole::DamagedPlaces): return QVariant::fromValue(log.damages);
    case static_cast<int>(LogRole::Computer): return log.computer;
    default: return {};
    }
}

template<typename Logs>
QVariant sumOf(const Logs &logs, std::uint64_t LogEntry::*number)
{
    std::uint64_t sum = 0;
    for (const LogEntry &log : logs)
        sum += log.*number;
    return QVariant::fromValue(sum);
}

} // namespace

LogTree::Spot LogTree::find(std::uint32_t number) const
{
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const auto &logs = m_groups[group].logs;
        if (const auto log = std::ranges::find(logs, number, &LogEntry::number); log != logs.end())
            return {.group = static_cast<int>(group), .log = static_cast<int>(log - logs.begin())};
    }
    return {};
}

int LogTree::groupOf(const QString &computer) const
{
    const auto same = [&computer](
                          const Group &group) { return group.computer.compare(computer, Qt::CaseInsensitive) == 0; };
    const auto found = std::ranges::find_if(m_groups, same);
    return found == m_groups.end() ? -1 : static_cast<int>(found - m_groups.begin());
}

int LogTree::groupOf(quintptr serial) const
{
    const auto found = std::ranges::find(m_groups, serial, &Group::serial);
    return found == m_groups.end() ? -1 : static_cast<int>(found - m_groups.begin());
}

/// Computers stand in alphabetical order, logs without one first.
int LogTree::addGroup(const QString &computer)
{
    const auto before = [&computer](
                            const Group &group) { return group.computer.compare(computer, Qt::CaseInsensitive) < 0; };
    const auto at = std::ranges::find_if_not(m_groups, before);
    const auto row = static_cast<int>(at - m_groups.begin());
    beginInsertRows({}, row, row);
    m_groups.insert(at, Group{.serial = ++m_lastSerial, .computer = computer, .logs = {}});
    endInsertRows();
    return row;
}

void LogTree::removeAt(Spot spot)
{
    auto &logs = m_groups[static_cast<std::size_t>(spot.group)].logs;
    beginRemoveRows(index(spot.group, 0), spot.log, spot.log);
    logs.erase(logs.begin() + spot.log);
    endRemoveRows();
    if (!logs.empty())
        return;
    beginRemoveRows({}, spot.group, spot.group);
    m_groups.erase(m_groups.begin() + spot.group);
    endRemoveRows();
}

void LogTree::put(const LogEntry &entry)
{
    const Spot known = find(entry.number);
    if (known.group >= 0) {
        Group &group = m_groups[static_cast<std::size_t>(known.group)];
        if (group.computer.compare(entry.computer, Qt::CaseInsensitive) == 0) {
            auto &log = group.logs[static_cast<std::size_t>(known.log)];
            if (std::exchange(log, entry) == entry)
                return;
            const QModelIndex parent = index(known.group, 0);
            emit dataChanged(index(known.log, 0, parent), index(known.log, 0, parent));
            emit dataChanged(parent, parent);
            return;
        }
        removeAt(known);
    }
    int row = groupOf(entry.computer);
    if (row < 0)
        row = addGroup(entry.computer);
    auto &logs = m_groups[static_cast<std::size_t>(row)].logs;
    const auto at = static_cast<int>(logs.size());
    beginInsertRows(index(row, 0), at, at);
    logs.push_back(entry);
    endInsertRows();
}

void LogTree::remove(std::uint32_t number)
{
    if (const Spot spot = find(number); spot.group >= 0)
        removeAt(spot);
}

void LogTree::clear()
{
    beginResetModel();
    m_groups.clear();
    endResetModel();
}

QModelIndex LogTree::indexOf(std::uint32_t number) const
{
    const Spot spot = find(number);
    return spot.group < 0 ? QModelIndex() : index(spot.log, 0, index(spot.group, 0));
}

QModelIndex LogTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, m_groups[static_cast<std::size_t>(parent.row())].serial)
                            : createIndex(row, column, NoGroup);
}

QModelIndex LogTree::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == NoGroup)
        return {};
    const int group = groupOf(child.internalId());
    return group < 0 ? QModelIndex() : createIndex(group, 0, NoGroup);
}

int LogTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == NoGroup && parent.column() == 0
        ? static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].logs.size())
        : 0;
}

int LogTree::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

const LogEntry *LogTree::entryAt(const QModelIndex &index) const
{
    const int group = groupOf(index.internalId());
    return group < 0 ? nullptr : &m_groups[static_cast<std::size_t>(group)].logs[static_cast<std::size_t>(index.row())];
}

QVariant LogTree::groupData(const Group &group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return group.computer.isEmpty() ? QCoreApplication::translate("LogTree", "Unknown computer") : group.computer;
    case static_cast<int>(LogRole::Records): return sumOf(group.logs, &LogEntry::records);
    case static_cast<int>(LogRole::DamagedPlaces): return sumOf(group.logs, &LogEntry::damages);
    case static_cast<int>(LogRole::Computer): return group.computer;
    default: return {};
    }
}

QVariant LogTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == NoGroup)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], role);
    const LogEntry *log = entryAt(index);
    return log == nullptr ? QVariant() : logData(*log, role);
}

QVariant LogTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole
        ? QCoreApplication::translate("LogTree", "Log")
        : QVariant();
}

} // namespace evident
