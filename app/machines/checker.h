// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happens behind the Check button: which hive or computer is asked about a finding, and as whom. A running computer
// is first asked with the person's Kerberos ticket; only one that wants an account leads to a question, at most one for
// each computer and run of the program. A refused password is never tried again by itself. Owned by the main window.

#include "machines/computermemory.h"
#include "session/session.h"

#include <QPointer>

#include <set>

class QWidget;

namespace evident {

class LogonDialog;

class Checker final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    Checker(Session &session, QSettings &store, QWidget &window);

    /// The computer that is asked about this finding: the event's own, or what was typed over it.
    [[nodiscard]] QString computerFor(const Finding &finding) const;
    void setComputer(const Finding &finding, const QString &typed);
    [[nodiscard]] bool isAsking(const FindingKey &key) const { return m_asking.contains(key); }

    /// Asks the hive that fits the finding's computer where one is at hand, else the running computer.
    void check(const FindingKey &key);
    void checkAll();
    /// Asks the running computer.
    void ask(const FindingKey &key);
    /// The person says that the computer that answered last is the event's.
    void vouch(const FindingKey &key);
    /// From now on SMB 1 may be spoken with the finding's computer, after a warning; then asks again.
    void allowSmb1(const FindingKey &key);
    void cancel();

    /// The account that was given for a computer in this run; whoever else asks computers shares it.
    [[nodiscard]] std::optional<Credentials> account(const RemoteTarget &target) const;
    /// Without a password it is forgotten.
    void setAccount(const RemoteTarget &target, const Credentials &credentials);

Q_SIGNALS:
    /// isAsking() of this finding changed; answers are told by Session::checkDone.
    void changed(const evident::FindingKey &key);
    void progressed(int answered, int asked);

private:
    struct Question {
        FindingKey key;
        LiveQuestion question;
        std::vector<CheckResult> answers; ///< the last ones
    };
    [[nodiscard]] const Finding *finding(const FindingKey &key) const;
    [[nodiscard]] bool hasFittingHive(const Finding &finding) const;
    [[nodiscard]] static std::vector<CheckResult> notAsked(
        const std::vector<CheckQuestion> &questions, const QString &computer);
    void send(Question question);
    void sendWithKeptPassword(const Question &question, const QString &user);
    void answered(std::uint64_t number, const std::vector<CheckResult> &answers);
    void keep(const Question &question);
    void wantLogon(Question question);
    void askForLogon();
    void logonDone(int result);
    [[nodiscard]] static QString nameOf(const RemoteTarget &target) { return target.text().toLower(); }

    Session &m_session;
    ComputerMemory m_memory;
    QWidget &m_window;
    std::multiset<FindingKey> m_asking;
    std::map<std::uint64_t, Question> m_sent;
    std::map<QString, Credentials> m_known; ///< by computer, for this run
    std::set<QString> m_toBeKept; ///< computers whose password goes to the keychain once it has proved right
    std::vector<Question> m_wanting; ///< an account
    QPointer<LogonDialog> m_dialog;
};

} // namespace evident
