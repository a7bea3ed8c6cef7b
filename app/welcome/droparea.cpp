// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/droparea.h"

#include "welcome/dropoverlay.h"

#include <QDropEvent>
#include <QWidget>

namespace evident {

DropArea::DropArea(QWidget &window)
    : QObject(&window)
    , m_window(window)
    , m_overlay(new DropOverlay(&window))
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool DropArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_window)
        return false;
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        const DropPlan plan = DropPlan::of(*drag->mimeData());
        if (plan.isEmpty())
            return false;
        m_overlay->say(plan.sentence());
        drag->setDropAction(Qt::CopyAction);
        drag->accept();
        return true;
    }
    case QEvent::DragMove: static_cast<QDragMoveEvent *>(event)->accept(); return true;
    case QEvent::DragLeave: m_overlay->hide(); return true;
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        m_overlay->hide();
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        emit dropped(DropPlan::of(*drop->mimeData()));
        return true;
    }
    default: return false;
    }
}

} // namespace evident
