// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/logondialog.h"

#include "looks/spacing.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace evident {

LogonDialog::LogonDialog(
    const RemoteTarget &target, const QString &user, const QString &reason, Keychain keychain, QWidget *parent)
    : QDialog(parent)
    , m_why(new QLabel(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("&Remember the password in the system's keychain"), this))
{
    setObjectName(QStringLiteral("logon"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ask %1").arg(target.text()));
    const QString what = tr("An account is needed to ask %1. Nothing on it is changed. The password is kept in memory "
                            "until you close Evident, and sent to no other computer.")
                             .arg(target.text());
    m_why->setText(reason.isEmpty() ? what : reason + QStringLiteral("\n\n") + what);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    setUpFields(user, keychain);
}

void LogonDialog::setUpFields(const QString &user, Keychain keychain)
{
    m_user->setObjectName(QStringLiteral("user"));
    m_user->setText(user);
    m_user->setPlaceholderText(tr("DOMAIN\\user, user@realm or user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_keep->setObjectName(QStringLiteral("keep"));
    m_keep->setVisible(keychain == Keychain::Available);
    auto *form = new QFormLayout;
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *ask = buttons->button(QDialogButtonBox::Ok);
    ask->setText(tr("&Ask"));
    const auto enable = [this, ask] { ask->setEnabled(!m_user->text().trimmed().isEmpty()); };
    connect(m_user, &QLineEdit::textChanged, this, enable);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing::Normal);
    column->addWidget(m_why);
    column->addLayout(form);
    column->addWidget(m_keep);
    column->addWidget(buttons);
    enable();
    (user.isEmpty() ? m_user : m_password)->setFocus();
    constexpr int Width = 420;
    resize(Width, sizeHint().height());
}

Credentials LogonDialog::credentials() const
{
    return Credentials::withPassword(user(), std::make_shared<const Secret>(m_password->text().toUtf8()));
}

QString LogonDialog::user() const
{
    return m_user->text().trimmed();
}

bool LogonDialog::isToBeKept() const
{
    return !m_keep->isHidden() && m_keep->isChecked();
}

} // namespace evident
