// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the table is narrowed to, one chip a field: a click on a chip takes it away. Holds the Query that the events
// pane asks; owned by it.

#include "reports/finding.h"
#include "store/eventorder.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace evident {

class FilterBar final : public QWidget {
    Q_OBJECT
public:
    /// @p names must outlive it.
    explicit FilterBar(const Names &names, QWidget *parent = nullptr);

    [[nodiscard]] const Query &query() const { return m_query; }
    /// True when some rows may be left out.
    [[nodiscard]] bool isNarrowed() const;
    void setSort(EventColumn column, Qt::SortOrder order);
    /// An expression must have no fault.
    void setText(const QString &text, TextKind kind);
    /// All that makes one finding, as one chip; narrowing further takes it apart.
    void showOnly(const Finding &finding);
    void showOnly(const Unexplained &kind);
    void narrowToSource(NameId provider);
    void narrowToId(std::uint16_t id);
    void narrowToComputer(NameId computer);
    void narrowToLevel(Level level);
    void narrowToLogs(std::set<std::uint32_t> logs, const QString &label);
    void clear();

signals:
    void queryChanged();
    void textDropped(); ///< the free text was taken away by its chip

private:
    void setUpMenu();
    void addLevelAction(QMenu *menu, Level level);
    void changed();
    void takeApart() { m_subject.clear(); }
    void showChips();
    void addFieldChips();
    void addChip(const QString &text, void (FilterBar::*remove)());
    void dropLevels() { m_query.levels.clear(); }
    void dropProviders() { m_query.providers.clear(); }
    void dropIds() { m_query.ids.clear(); }
    void dropComputers() { m_query.computers.clear(); }
    void dropHighlights() { m_query.highlights.clear(); }
    void dropLogs() { m_query.logs.clear(); }
    void dropExplained() { m_query.explained.reset(); }
    void dropRecovered() { m_query.recovered = false; }
    void dropText();
    void dropSubject() { keepSortOnly(); }
    void keepSortOnly();

    const Names &m_names;
    Query m_query;
    QString m_subject; ///< set while the query is that of one finding
    QString m_articleTitle;
    QString m_logsLabel;
    QPushButton *m_button;
    QWidget *m_chips;
    QHBoxLayout *m_chipRow;
};

} // namespace evident
