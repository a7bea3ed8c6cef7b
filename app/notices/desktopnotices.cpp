// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/desktopnotices.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

const QString Service = u"org.freedesktop.Notifications"_s;
const QString Path = u"/org/freedesktop/Notifications"_s;

} // namespace

DesktopNotices::DesktopNotices(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_bus.connect({}, Path, Service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
}

void DesktopNotices::show(const QString &title, const QString &text)
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, u"org.evident.Evident"_s}};
    // The body may be read as markup, the title never is.
    call << u"Evident"_s << m_number << u"evident"_s << title << text.toHtmlEscaped()
         << QStringList{u"default"_s, tr("Show")} << hints << -1;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<uint> number = *answer;
        if (!number.isError())
            m_number = number.value();
        answer->deleteLater();
    });
}

void DesktopNotices::actionInvoked(uint number, const QString & /*action*/)
{
    if (number == m_number)
        emit clicked();
}

} // namespace evident
