// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way in: findings below their verdict, weightiest first, each verdict with its count; at the end the kinds of
// errors and warnings that no article speaks of. Told anew of all findings by its list; the chosen one keeps its index
// as long as its key stays.

#include "reports/finding.h"

#include <QAbstractItemModel>

#include <array>

namespace evident {

/// Roles beside Qt's own.
enum class FindingTreeRole : int {
    Kind = Qt::UserRole + 1, ///< int(FindingTree::Kind)
    Verdict, ///< int(Verdict): of a group its own, of a finding its article's; invalid for what is unexplained
    Conclusion, ///< int(ConclusionKind) of a finding's last check, or invalid
    Count, ///< uint: findings in a group, events of an entry
    Detail, ///< second line of an entry: count, computer
};

class FindingTree final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Kind : std::uint8_t { Group, Finding, Unexplained };
    using QAbstractItemModel::QAbstractItemModel;

    void setFindings(const Findings &findings);
    /// The finding or unexplained kind at @p index, or null.
    [[nodiscard]] const Finding *findingAt(const QModelIndex &index) const;
    [[nodiscard]] const Unexplained *unexplainedAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const FindingKey &key) const;
    /// The first finding there is.
    [[nodiscard]] QModelIndex weightiest() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group {
        std::optional<Verdict> verdict; ///< nothing: what no article speaks of
        std::vector<std::size_t> members; ///< places in m_findings
    };
    [[nodiscard]] QVariant groupData(const Group &group, int role) const;
    [[nodiscard]] QVariant findingData(const Finding &finding, int role) const;
    [[nodiscard]] QVariant unexplainedData(const Unexplained &kind, int role) const;

    Findings m_findings;
    std::vector<Group> m_groups;
};

} // namespace evident
