// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Says something on the desktop, beside whatever else is on it: by the notification service that every Linux desktop has
// (org.freedesktop.Notifications), since the tray icon that QSystemTrayIcon would need is missing on some of them. Where
// there is no such service nothing happens. Owned by who has something to say.

#include <QDBusConnection>
#include <QObject>

namespace evident {

class DesktopNotices final : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotices(const QDBusConnection &bus, QObject *parent = nullptr);
    /// One takes the place of the one before, so that they never pile up. Both are plain text.
    void show(const QString &title, const QString &text);

Q_SIGNALS:
    void clicked();

private Q_SLOTS:
    void actionInvoked(uint number, const QString &action);

private:
    QDBusConnection m_bus;
    uint m_number = 0; ///< of the last one
};

} // namespace evident
