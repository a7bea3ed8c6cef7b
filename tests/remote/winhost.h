// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A running computer to ask (see the script winhost), for as long as the object lives. Each test has its own, so that it
// may be frozen and killed.

#include "remote/remotetarget.h"

#include <QStringList>
#include <QTemporaryDir>

class WinHost {
public:
    enum class As { Caller, OrdinaryUser }; ///< OrdinaryUser: gives up root where the caller is root
    /// Starts it; @p settings as the script takes them. error() says what went wrong.
    explicit WinHost(const QStringList &settings = {}, As as = As::Caller);
    WinHost(const WinHost &) = delete;
    WinHost &operator=(const WinHost &) = delete;
    ~WinHost(); ///< stops it

    [[nodiscard]] QString error() const { return m_error; }
    /// The machine lacks the programs for it.
    [[nodiscard]] bool isMissing() const { return m_isMissing; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("host")); }
    [[nodiscard]] qint64 startMilliseconds() const { return m_startMilliseconds; }
    /// localhost at its port.
    [[nodiscard]] evident::RemoteTarget target() const;
    [[nodiscard]] static evident::Credentials admin();
    [[nodiscard]] static evident::Credentials user(const QString &name, const QByteArray &password);

    void freeze() { run(QStringLiteral("freeze")); }
    void thaw() { run(QStringLiteral("thaw")); }
    void kill() { run(QStringLiteral("kill")); }
    /// Starts it again after kill().
    void startAgain() { run(QStringLiteral("again"), {QString::number(m_port)}); }
    /// Writes so many events into its log; the last one is Perflib 1008.
    void feed(const QString &log, int count)
    {
        run(QStringLiteral("feed"), {QString::number(m_port), log, QString::number(count)});
    }
    /// Lets admin1 alone read that log; as root only.
    void closeLog(const QString &log) { run(QStringLiteral("close"), {log}); }
    /// The folder that its shares show as the one of Windows' logs.
    [[nodiscard]] QString logFolder() const
    {
        return folder() + QStringLiteral("/share/C/Windows/System32/winevt/Logs");
    }

private:
    int run(const QString &word, const QStringList &arguments = {});

    QTemporaryDir m_folder;
    As m_as;
    std::uint16_t m_port = 0;
    QString m_error;
    bool m_isMissing = false;
    qint64 m_startMilliseconds = 0;
};

/// evident-remote of this build.
[[nodiscard]] QString remoteProgram();
/// A port of this machine on which nobody listens now.
[[nodiscard]] std::uint16_t freePort();
