// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks for the passwords of locked archives, one archive after the other and each once, while the window stays usable.
// Owned by the main window.

#include <QObject>
#include <QPointer>
#include <QStringList>

class QInputDialog;
class QWidget;

namespace evident {

class Session;

class ArchivePasswords final : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    ArchivePasswords(Session &session, QWidget &window);

private:
    void ask(const QString &archive);
    void askNext();
    void answered(int result);

    Session &m_session;
    QWidget &m_window;
    QStringList m_waiting; ///< the first is the one that is asked about
    QPointer<QInputDialog> m_dialog;
};

} // namespace evident
