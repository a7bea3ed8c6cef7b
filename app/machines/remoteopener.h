// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opens logs that lie on other computers. A computer is first reached with the person's Kerberos ticket, or the account
// that was given before in this run; only one that wants an account leads to a question, at most one for each computer.
// A refused password is never tried again by itself. Owned by the main window.

#include "machines/computermemory.h"
#include "session/computerlogs.h"

#include <QPointer>

#include <set>

class QWidget;

namespace evident {

class Checker;
class LogonDialog;
class Session;

class RemoteOpener final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    RemoteOpener(Session &session, Checker &checker, QSettings &store, QWidget &window);

    /// A location on a share, or a classic log.
    void open(const QString &location);
    using Then = std::function<void(const std::optional<Error> &)>;
    /// Logs on to the computer, asking for an account where it wants one; then tells how it went.
    void reach(const RemoteTarget &target, Then then);
    /// Which logs a computer has that was reached.
    void list(const RemoteTarget &target, ComputerLogs::Listed done) { m_logs.list(target, std::move(done)); }
    /// How many events its files hold, told one by one until stopCounting().
    void count(const RemoteTarget &target, const QStringList &locations, const ComputerLogs::Counted &counted)
    {
        m_logs.count(target, locations, counted);
    }
    void stopCounting() { m_logs.stopCounting(); }
    [[nodiscard]] ComputerMemory &memory() { return m_memory; }
    /// What asks for an account is shown over this window from now on.
    void setAsker(QWidget *asker) { m_asker = asker; }

Q_SIGNALS:
    void trouble(const evident::Error &error);

private:
    struct Attempt {
        RemoteTarget target;
        Credentials credentials;
        std::vector<Then> waiting;
    };
    [[nodiscard]] static QString nameOf(const RemoteTarget &target) { return target.text().toLower(); }
    void attempt(const QString &name);
    void attemptWith(const QString &name, const Credentials &credentials);
    void answered(const QString &name, const Result<void> &answer);
    void askForLogon(const QString &name);
    void logonDone(const QString &name, int result);
    void finish(const QString &name, const std::optional<Error> &error);

    Session &m_session;
    Checker &m_checker;
    ComputerMemory m_memory;
    QWidget &m_window;
    QPointer<QWidget> m_asker;
    std::map<QString, Attempt> m_attempts; ///< going on, by computer
    std::set<QString> m_toBeKept; ///< whose password goes to the keychain once it has proved right
    QPointer<LogonDialog> m_dialog;
    ComputerLogs m_logs; ///< last: what it still answers finds the rest
};

} // namespace evident
