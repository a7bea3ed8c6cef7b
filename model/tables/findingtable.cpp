// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/findingtable.h"

#include "reports/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace evident {

namespace {

constexpr std::array Titles{
    QT_TRANSLATE_NOOP("FindingTable", "Verdict"),
    QT_TRANSLATE_NOOP("FindingTable", "Title"),
    QT_TRANSLATE_NOOP("FindingTable", "Count"),
    QT_TRANSLATE_NOOP("FindingTable", "First"),
    QT_TRANSLATE_NOOP("FindingTable", "Last"),
    QT_TRANSLATE_NOOP("FindingTable", "Source"),
    QT_TRANSLATE_NOOP("FindingTable", "Event ID"),
    QT_TRANSLATE_NOOP("FindingTable", "Computer"),
    QT_TRANSLATE_NOOP("FindingTable", "Conclusion"),
};
static_assert(Titles.size() == static_cast<std::size_t>(FindingColumnCount));

Qt::Alignment alignmentOf(FindingColumn column)
{
    const bool number = column == FindingColumn::Count || column == FindingColumn::Id;
    return (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariant numberOf(const Finding &finding, FindingColumn column)
{
    switch (column) {
    case FindingColumn::Verdict: return std::to_underlying(finding.explanation.verdict);
    case FindingColumn::Count: return finding.count;
    case FindingColumn::First: return QVariant::fromValue(finding.first.ticks);
    case FindingColumn::Last: return QVariant::fromValue(finding.last.ticks);
    case FindingColumn::Id: return finding.key.id;
    default: return {};
    }
}

} // namespace

/// As EventTable::setOrder: rows come and go at the end, the change of places in between is told once.
void FindingTable::setFindings(std::vector<Finding> findings)
{
    const auto rows = static_cast<int>(findings.size());
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = std::exchange(m_findings, std::move(findings));
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &index : from) {
        const auto at = static_cast<std::size_t>(index.row());
        const int row = at < before.size() ? rowOf(before[at].key) : -1;
        to.append(row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
    if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, FindingColumnCount - 1));
}

void FindingTable::setTimeZone(const QTimeZone &zone)
{
    m_time = TabularTime(zone);
    if (m_rows > 0)
        emit dataChanged(index(0, std::to_underlying(FindingColumn::First)),
            index(m_rows - 1, std::to_underlying(FindingColumn::Last)));
}

const Finding *FindingTable::at(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_findings.size() ? &m_findings[static_cast<std::size_t>(row)]
                                                                         : nullptr;
}

int FindingTable::rowOf(const FindingKey &key) const
{
    const auto found = std::ranges::find(m_findings, key, &Finding::key);
    return found == m_findings.end() ? -1 : static_cast<int>(found - m_findings.begin());
}

int FindingTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int FindingTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FindingColumnCount;
}

QString FindingTable::text(const Finding &finding, FindingColumn column) const
{
    switch (column) {
    case FindingColumn::Verdict: return verdictText(finding.explanation.verdict);
    case FindingColumn::Title: return finding.explanation.title;
    case FindingColumn::Count: return countText(finding.count);
    case FindingColumn::First: return m_time.text(finding.first);
    case FindingColumn::Last: return m_time.text(finding.last);
    case FindingColumn::Source: return finding.provider;
    case FindingColumn::Id: return QString::number(finding.key.id);
    case FindingColumn::Computer: return finding.computer;
    case FindingColumn::Conclusion: return finding.conclusion ? conclusionText(finding.conclusion->kind) : QString();
    }
    std::unreachable();
}

QVariant FindingTable::data(const QModelIndex &index, int role) const
{
    const Finding *finding = checkIndex(index, CheckIndexOption::IndexIsValid) ? at(index.row()) : nullptr;
    if (finding == nullptr)
        return {};
    const auto column = static_cast<FindingColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(*finding, column);
    case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(column));
    case static_cast<int>(FindingRole::Verdict): return std::to_underlying(finding->explanation.verdict);
    case static_cast<int>(FindingRole::Conclusion):
        return finding->conclusion ? QVariant(std::to_underlying(finding->conclusion->kind)) : QVariant();
    case static_cast<int>(FindingRole::Number): return numberOf(*finding, column);
    default: return {};
    }
}

QVariant FindingTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= FindingColumnCount || orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("FindingTable", Titles.at(static_cast<std::size_t>(section)));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(static_cast<FindingColumn>(section)));
    return {};
}

} // namespace evident
