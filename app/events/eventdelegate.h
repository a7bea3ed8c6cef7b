// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints the rows of the events table: the level's icon, and where an article knows the event a tinted row, an edge in
// the verdict's colour and a badge before the description. Owned by the view.

#include "events/rowverdicts.h"

#include <QStyledItemDelegate>

namespace evident {

class EventDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    EventDelegate(const RowVerdicts &verdicts, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintDescription(QPainter *painter, QStyleOptionViewItem option, const QModelIndex &index,
        const std::optional<BadgeLook> &badge) const;
    const RowVerdicts &m_verdicts;
};

} // namespace evident
