// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The list of findings at the left of the window. Says which finding the user chose; choosing by the program says
// nothing. Owned by the main window.

#include "findings/findingtree.h"

#include <QTreeView>

namespace evident {

class FindingsList final : public QTreeView {
    Q_OBJECT
public:
    explicit FindingsList(QWidget *parent = nullptr);

    void setFindings(const Findings &findings);
    /// The finding the list stands on, or null.
    [[nodiscard]] const Finding *current() const;
    /// Stands on the weightiest finding and answers it; null when there is none.
    const Finding *standOnWeightiest();
    /// Stands on no finding.
    void standNowhere();
    void standOn(const FindingKey &key);
    [[nodiscard]] const FindingTree &tree() const { return m_tree; }

signals:
    void findingChosen(const evident::Finding &finding);
    void unexplainedChosen(const evident::Unexplained &kind);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void announce(const QModelIndex &index);
    FindingTree m_tree;
    bool m_quiet = false;
};

} // namespace evident
