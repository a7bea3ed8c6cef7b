// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings/findingslist.h"

#include "findings/findingdelegate.h"

#include <QScopedValueRollback>

namespace evident {

FindingsList::FindingsList(QWidget *parent)
    : QTreeView(parent)
{
    setModel(&m_tree);
    setItemDelegate(new FindingDelegate(this));
    setAccessibleName(tr("Findings"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformRowHeights(false);
    setTabKeyNavigation(false);
    // A second click on the finding one stands on brings its filter back.
    connect(this, &QAbstractItemView::clicked, this, &FindingsList::announce);
    connect(this, &QAbstractItemView::activated, this, &FindingsList::announce);
}

void FindingsList::setFindings(const Findings &findings)
{
    const Finding *before = current();
    const auto key = before ? std::optional(before->key) : std::nullopt;
    QScopedValueRollback quiet(m_quiet, true);
    m_tree.setFindings(findings);
    expandAll();
    if (key)
        setCurrentIndex(m_tree.indexOf(*key));
}

const Finding *FindingsList::current() const
{
    return m_tree.findingAt(currentIndex());
}

const Finding *FindingsList::standOnWeightiest()
{
    QScopedValueRollback quiet(m_quiet, true);
    setCurrentIndex(m_tree.weightiest());
    return current();
}

void FindingsList::standNowhere()
{
    QScopedValueRollback quiet(m_quiet, true);
    clearSelection();
    setCurrentIndex({});
}

void FindingsList::standOn(const FindingKey &key)
{
    QScopedValueRollback quiet(m_quiet, true);
    const QModelIndex index = m_tree.indexOf(key);
    if (index != currentIndex())
        setCurrentIndex(index);
}

void FindingsList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid())
        scrollTo(current);
    if (!m_quiet)
        announce(current);
}

void FindingsList::announce(const QModelIndex &index)
{
    if (const Finding *finding = m_tree.findingAt(index))
        emit findingChosen(*finding);
    else if (const Unexplained *kind = m_tree.unexplainedAt(index))
        emit unexplainedChosen(*kind);
}

void FindingsList::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    // Titles wrap: another width makes other heights.
    scheduleDelayedItemsLayout();
}

} // namespace evident
