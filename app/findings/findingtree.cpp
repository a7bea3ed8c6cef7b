// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings/findingtree.h"

#include "reports/words.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

constexpr quintptr GroupId = 0; // internal id of a group's own index; an entry's is its group's row + 1

} // namespace

void FindingTree::setFindings(const Findings &findings)
{
    beginResetModel();
    m_findings = findings;
    m_groups.clear();
    for (const Verdict verdict : {Verdict::Act, Verdict::Watch, Verdict::Depends, Verdict::Harmless}) {
        Group group{.verdict = verdict, .members = {}};
        for (std::size_t at = 0; at < m_findings.findings.size(); ++at) {
            if (m_findings.findings[at].explanation.verdict == verdict)
                group.members.push_back(at);
        }
        if (!group.members.empty())
            m_groups.push_back(std::move(group));
    }
    if (!m_findings.unexplained.empty()) {
        Group group;
        for (std::size_t at = 0; at < m_findings.unexplained.size(); ++at)
            group.members.push_back(at);
        m_groups.push_back(std::move(group));
    }
    endResetModel();
}

const Finding *FindingTree::findingAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == GroupId)
        return nullptr;
    const Group &group = m_groups.at(index.internalId() - 1);
    return group.verdict ? &m_findings.findings.at(group.members.at(static_cast<std::size_t>(index.row()))) : nullptr;
}

const Unexplained *FindingTree::unexplainedAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == GroupId)
        return nullptr;
    const Group &group = m_groups.at(index.internalId() - 1);
    return group.verdict ? nullptr
                         : &m_findings.unexplained.at(group.members.at(static_cast<std::size_t>(index.row())));
}

QModelIndex FindingTree::indexOf(const FindingKey &key) const
{
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        if (!m_groups[group].verdict)
            continue;
        const auto &members = m_groups[group].members;
        const auto found =
            std::ranges::find_if(members, [&](std::size_t at) { return m_findings.findings[at].key == key; });
        if (found != members.end())
            return index(static_cast<int>(found - members.begin()), 0, index(static_cast<int>(group), 0));
    }
    return {};
}

QModelIndex FindingTree::weightiest() const
{
    if (m_groups.empty() || !m_groups.front().verdict)
        return {};
    return index(0, 0, index(0, 0));
}

QModelIndex FindingTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : GroupId);
}

QModelIndex FindingTree::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == GroupId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, GroupId);
}

int FindingTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != GroupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups.at(static_cast<std::size_t>(parent.row())).members.size());
}

int FindingTree::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags FindingTree::flags(const QModelIndex &index) const
{
    // A group only heads its entries; the arrow keys pass over it.
    return index.isValid() && index.internalId() == GroupId ? Qt::ItemIsEnabled : QAbstractItemModel::flags(index);
}

QVariant FindingTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == GroupId)
        return groupData(m_groups.at(static_cast<std::size_t>(index.row())), role);
    if (const Finding *finding = findingAt(index))
        return findingData(*finding, role);
    return unexplainedData(*unexplainedAt(index), role);
}

QVariant FindingTree::groupData(const Group &group, int role) const
{
    const auto count = static_cast<uint>(group.members.size());
    const QString label = group.verdict ? verdictText(*group.verdict) : tr("No article yet");
    switch (role) {
    case Qt::DisplayRole: return label;
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(label, countText(count));
    case std::to_underlying(FindingTreeRole::Kind): return std::to_underlying(Kind::Group);
    case std::to_underlying(FindingTreeRole::Verdict):
        return group.verdict ? QVariant(std::to_underlying(*group.verdict)) : QVariant();
    case std::to_underlying(FindingTreeRole::Count): return count;
    default: return {};
    }
}

QVariant FindingTree::findingData(const Finding &finding, int role) const
{
    const QString detail = QStringLiteral("%1 × · %2").arg(countText(finding.count), visible(finding.computer));
    switch (role) {
    case Qt::DisplayRole: return visible(finding.explanation.title);
    case Qt::ToolTipRole: return visible(finding.explanation.title).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2, %3")
            .arg(verdictText(finding.explanation.verdict), visible(finding.explanation.title), detail);
    case std::to_underlying(FindingTreeRole::Kind): return std::to_underlying(Kind::Finding);
    case std::to_underlying(FindingTreeRole::Verdict): return std::to_underlying(finding.explanation.verdict);
    case std::to_underlying(FindingTreeRole::Conclusion):
        return finding.conclusion ? QVariant(std::to_underlying(finding.conclusion->kind)) : QVariant();
    case std::to_underlying(FindingTreeRole::Count): return finding.count;
    case std::to_underlying(FindingTreeRole::Detail): return detail;
    default: return {};
    }
}

QVariant FindingTree::unexplainedData(const Unexplained &kind, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return tr("%1, event %2").arg(visible(kind.provider)).arg(kind.id);
    case std::to_underlying(FindingTreeRole::Kind): return std::to_underlying(Kind::Unexplained);
    case std::to_underlying(FindingTreeRole::Count): return kind.count;
    case std::to_underlying(FindingTreeRole::Detail):
        return QStringLiteral("%1 × · %2").arg(countText(kind.count), levelText(kind.level));
    default: return {};
    }
}

} // namespace evident
