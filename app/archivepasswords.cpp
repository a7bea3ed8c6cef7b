// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivepasswords.h"

#include "session/session.h"

#include <QDir>
#include <QFileInfo>
#include <QInputDialog>

namespace evident {

ArchivePasswords::ArchivePasswords(Session &session, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
{
    connect(&session, &Session::passwordWanted, this, &ArchivePasswords::ask);
}

void ArchivePasswords::ask(const QString &archive)
{
    m_waiting.append(archive);
    if (!m_dialog)
        askNext();
}

void ArchivePasswords::askNext()
{
    const QFileInfo file(m_waiting.first());
    m_dialog = new QInputDialog(&m_window);
    m_dialog->setObjectName(QStringLiteral("archivePassword"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setWindowTitle(tr("Locked Archive"));
    m_dialog->setLabelText(tr("%1 in %2 is locked. Its password is needed to read the logs in it, and is not kept.")
            .arg(file.fileName(), QDir::toNativeSeparators(file.absolutePath())));
    m_dialog->setTextEchoMode(QLineEdit::Password);
    m_dialog->setOkButtonText(tr("Unlock"));
    m_dialog->setCancelButtonText(tr("Skip"));
    connect(m_dialog, &QDialog::finished, this, &ArchivePasswords::answered);
    m_dialog->open();
}

void ArchivePasswords::answered(int result)
{
    const QString password = m_dialog->textValue();
    m_dialog = nullptr; // deletes itself
    m_session.unlock(
        m_waiting.takeFirst(), result == QDialog::Accepted ? std::optional(password) : std::optional<QString>());
    if (!m_waiting.isEmpty())
        askNext();
}

} // namespace evident
