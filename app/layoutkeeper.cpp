// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layoutkeeper.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

namespace evident {

namespace {

constexpr int LeftWidth = 264;

} // namespace

LayoutKeeper::LayoutKeeper(QMainWindow &window, Docks docks, WindowSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_docks(docks)
    , m_settings(settings)
{
    m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window.installEventFilter(this);
}

LayoutKeeper::Shape LayoutKeeper::fitting() const
{
    return m_window.width() >= WideFrom ? Shape::Wide : Shape::Narrow;
}

void LayoutKeeper::start()
{
    m_started = true;
    apply(fitting());
}

void LayoutKeeper::setContent(Content content)
{
    if (content == m_content)
        return;
    store();
    m_content = content;
    if (m_started)
        apply(fitting());
}

void LayoutKeeper::store()
{
    if (m_started && m_content == Content::Logs)
        (m_shape == Shape::Wide ? m_settings.wideLayout : m_settings.narrowLayout) = m_window.saveState();
}

void LayoutKeeper::reset()
{
    m_settings.wideLayout.clear();
    m_settings.narrowLayout.clear();
    apply(fitting());
}

void LayoutKeeper::apply(Shape shape)
{
    m_shape = shape;
    if (m_content == Content::Nothing) {
        for (QDockWidget *dock : {m_docks.logs, m_docks.findings, m_docks.details})
            dock->hide();
        return;
    }
    const QByteArray &remembered = shape == Shape::Wide ? m_settings.wideLayout : m_settings.narrowLayout;
    if (remembered.isEmpty() || !m_window.restoreState(remembered))
        arrange(shape);
}

void LayoutKeeper::arrange(Shape shape)
{
    const bool wide = shape == Shape::Wide;
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_docks.logs);
    m_window.splitDockWidget(m_docks.logs, m_docks.findings, Qt::Vertical);
    m_window.addDockWidget(wide ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea, m_docks.details);
    for (QDockWidget *dock : {m_docks.logs, m_docks.findings, m_docks.details})
        dock->show();
    m_window.resizeDocks({m_docks.logs}, {LeftWidth}, Qt::Horizontal);
    m_window.resizeDocks(
        {m_docks.logs, m_docks.findings}, {m_window.height() * 28 / 100, m_window.height() * 60 / 100}, Qt::Vertical);
    if (wide)
        m_window.resizeDocks({m_docks.details}, {m_window.width() * 32 / 100}, Qt::Horizontal);
    else
        m_window.resizeDocks({m_docks.details}, {m_window.height() * 50 / 100}, Qt::Vertical);
}

bool LayoutKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (m_started && watched == &m_window && event->type() == QEvent::Resize && fitting() != m_shape) {
        store();
        apply(fitting());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace evident
