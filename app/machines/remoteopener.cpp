// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/remoteopener.h"

#include "keychain/keychain.h"
#include "machines/checker.h"
#include "machines/logondialog.h"
#include "remote/ntstatus.h"
#include "session/session.h"

#include <utility>

namespace evident {

RemoteOpener::RemoteOpener(Session &session, Checker &checker, QSettings &store, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_checker(checker)
    , m_memory(store)
    , m_window(window)
    , m_logs(session.remote())
{
}

void RemoteOpener::open(const QString &location)
{
    const auto target = targetOf(location);
    if (!target) {
        emit trouble(Error{.code = ErrorCode::NotFound,
            .what = "a location on another computer",
            .place = {.source = withoutAccount(location)},
            .native = 0,
            .detail = {}});
        return;
    }
    reach(*target, [this, location](const std::optional<Error> &error) {
        if (!error)
            m_session.open(location);
        else if (error->code != ErrorCode::Cancelled)
            emit trouble(*error);
    });
}

void RemoteOpener::reach(const RemoteTarget &target, Then then)
{
    const QString name = nameOf(target);
    const auto [at, isNew] = m_attempts.try_emplace(name, Attempt{.target = target, .credentials = {}, .waiting = {}});
    at->second.target.smb1 = m_memory.smb1(target);
    at->second.waiting.push_back(std::move(then));
    if (isNew)
        attempt(name);
}

/// With what is known of the computer's account.
void RemoteOpener::attempt(const QString &name)
{
    const RemoteTarget &target = m_attempts.at(name).target;
    if (const auto known = m_checker.account(target)) {
        attemptWith(name, *known);
        return;
    }
    const QString kept = m_memory.keptUser(target);
    if (kept.isEmpty()) {
        attemptWith(name, {});
        return;
    }
    readPassword(target, kept, this, [this, name, kept](const std::shared_ptr<const Secret> &password) {
        attemptWith(name, password ? Credentials::withPassword(kept, password) : Credentials{});
    });
}

void RemoteOpener::attemptWith(const QString &name, const Credentials &credentials)
{
    Attempt &attempt = m_attempts.at(name);
    attempt.credentials = credentials;
    m_session.remote()->use(attempt.target, credentials);
    m_logs.reach(attempt.target, [this, name](const Result<void> &answer) { answered(name, answer); });
}

void RemoteOpener::answered(const QString &name, const Result<void> &answer)
{
    const Attempt &attempt = m_attempts.at(name);
    const bool isPassword = attempt.credentials.kind == LogonKind::Password;
    if (answer) {
        if (isPassword) {
            m_checker.setAccount(attempt.target, attempt.credentials);
            if (m_toBeKept.erase(name) > 0) {
                keepPassword(attempt.target, attempt.credentials.account(), *attempt.credentials.password);
                m_memory.setKeptUser(attempt.target, attempt.credentials.account());
            }
        }
        finish(name, {});
        return;
    }
    if (answer.error().code != ErrorCode::LogonRefused) {
        finish(name, answer.error());
        return;
    }
    if (!isPassword) {
        askForLogon(name);
        return;
    }
    m_checker.setAccount(attempt.target, {}); // the next attempt asks anew
    m_toBeKept.erase(name);
    m_memory.setKeptUser(attempt.target, {});
    finish(name, answer.error());
}

void RemoteOpener::askForLogon(const QString &name)
{
    if (m_dialog) { // one question at a time
        connect(m_dialog, &QObject::destroyed, this, [this, name] { askForLogon(name); });
        return;
    }
    const RemoteTarget &target = m_attempts.at(name).target;
    m_dialog = new LogonDialog(target, m_memory.keptUser(target), {},
        hasKeychain() ? LogonDialog::Keychain::Available : LogonDialog::Keychain::Missing,
        m_asker ? m_asker.data() : &m_window);
    connect(m_dialog, &QDialog::finished, this, [this, name](int result) { logonDone(name, result); });
    m_dialog->open();
}

void RemoteOpener::logonDone(const QString &name, int result)
{
    if (result != QDialog::Accepted) {
        finish(name,
            Error{.code = ErrorCode::Cancelled, .what = "logon", .place = {.source = name}, .native = 0, .detail = {}});
        return;
    }
    if (m_dialog->isToBeKept())
        m_toBeKept.insert(name);
    attemptWith(name, m_dialog->credentials());
}

void RemoteOpener::finish(const QString &name, const std::optional<Error> &error)
{
    const auto attempt = m_attempts.extract(name);
    for (const Then &then : attempt.mapped().waiting)
        then(error);
}

} // namespace evident
