// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks for the account to ask a computer as. Says why it asks, and what becomes of the password. Shown by a Checker,
// once per computer and run; deletes itself.

#include "remote/remotetarget.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace evident {

class LogonDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Keychain : std::uint8_t { Available, Missing };
    /// @p reason: why the last attempt did not do; may be empty.
    LogonDialog(
        const RemoteTarget &target, const QString &user, const QString &reason, Keychain keychain, QWidget *parent);

    [[nodiscard]] Credentials credentials() const;
    [[nodiscard]] QString user() const;
    [[nodiscard]] bool isToBeKept() const;

private:
    void setUpFields(const QString &user, Keychain keychain);

    QLabel *m_why;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
};

} // namespace evident
