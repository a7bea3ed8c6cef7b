// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The findings as rows for a view: verdict, conclusion, count, first, last, source, id, computer, title.

#include "reports/finding.h"
#include "tables/tabulartime.h"

#include <QAbstractTableModel>

namespace evident {

enum class FindingColumn : std::uint8_t { Verdict, Title, Count, First, Last, Source, Id, Computer, Conclusion };
inline constexpr int FindingColumnCount = 9;

enum class FindingRole : int {
    Verdict = Qt::UserRole + 1, ///< int(Verdict)
    Conclusion, ///< int(ConclusionKind), or invalid
    Number, ///< the cell as a number to sort by: count, ticks of a time, event id; invalid for other columns
};

class FindingTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    /// Takes new findings; rows whose key stays keep their persistent indexes.
    void setFindings(std::vector<Finding> findings);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] const Finding *at(int row) const;
    [[nodiscard]] int rowOf(const FindingKey &key) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Finding &finding, FindingColumn column) const;

    std::vector<Finding> m_findings;
    int m_rows = 0; ///< what the views were told; follows m_findings in setFindings
    TabularTime m_time{QTimeZone::UTC};
};

} // namespace evident
