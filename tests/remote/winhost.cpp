// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "winhost.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int Missing = 77;
constexpr uid_t OrdinaryId = 7500;

} // namespace

WinHost::WinHost(const QStringList &settings, As as)
    : m_folder(u"/tmp/evident-winhost-XXXXXX"_s)
    , m_as(as)
    , m_port(freePort())
{
    // Every user of the host must be allowed to look into its folders.
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    if (m_as == As::OrdinaryUser && geteuid() == 0
        && chown(m_folder.path().toLocal8Bit().constData(), OrdinaryId, OrdinaryId) != 0)
        m_error = u"chown failed"_s;
    QElapsedTimer clock;
    clock.start();
    const int code = run(u"start"_s, QStringList(QString::number(m_port)) + settings);
    m_startMilliseconds = clock.elapsed();
    m_isMissing = code == Missing;
}

WinHost::~WinHost()
{
    run(u"stop"_s);
}

int WinHost::run(const QString &word, const QStringList &arguments)
{
    const QString script = QStringLiteral(EVIDENT_SOURCE_DIR "/tests/remote/winhost");
    QStringList words{script, word, folder()};
    if (m_as == As::OrdinaryUser && geteuid() == 0)
        words = QStringList{u"setpriv"_s, QStringLiteral("--reuid=%1").arg(OrdinaryId),
                    QStringLiteral("--regid=%1").arg(OrdinaryId), u"--clear-groups"_s, u"--inh-caps=-all"_s}
            + words;
    words += arguments;
    QProcess process;
    process.start(words.takeFirst(), words);
    process.closeWriteChannel();
    constexpr int Patience = 120'000; // feeding events takes a while on a busy machine
    if (!process.waitForFinished(Patience) || process.exitCode() != 0)
        m_error = u"winhost "_s + word + u": "_s + QString::fromLocal8Bit(process.readAllStandardError());
    return process.exitCode();
}

evident::RemoteTarget WinHost::target() const
{
    return {.host = u"localhost"_s, .port = m_port};
}

evident::Credentials WinHost::admin()
{
    return user(u"admin1"_s, "S3cret!");
}

evident::Credentials WinHost::user(const QString &name, const QByteArray &password)
{
    return evident::Credentials::withPassword(name, std::make_shared<const evident::Secret>(password));
}

QString remoteProgram()
{
    return qEnvironmentVariable("EVIDENT_BIN", QStringLiteral(EVIDENT_BINARY_DIR "/bin")) + u"/evident-remote"_s;
}

std::uint16_t freePort()
{
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    std::uint16_t port = 0;
    if (bind(probe, reinterpret_cast<sockaddr *>(&address), size) == 0
        && getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    close(probe);
    return port;
}
