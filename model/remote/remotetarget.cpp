// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotetarget.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <string.h>

namespace evident {

namespace {

constexpr std::uint16_t SmbPort = 445;
constexpr qsizetype NetBiosLength = 15;

bool isIpv6(const QString &text)
{
    std::array<unsigned char, 16> address{};
    return inet_pton(AF_INET6, text.section(u'%', 0, 0).toLatin1().constData(), address.data()) == 1;
}

bool isIpv4(const QString &text)
{
    std::array<unsigned char, 4> address{};
    return inet_pton(AF_INET, text.toLatin1().constData(), address.data()) == 1;
}

/// What a name of a computer may hold; more than DNS allows, less than could do harm in a binding string.
bool isHostName(QStringView text)
{
    constexpr qsizetype Longest = 253;
    const auto fits = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.'; };
    return !text.isEmpty() && text.size() <= Longest && text.front() != u'-' && std::ranges::all_of(text, fits);
}

std::optional<std::uint16_t> portFrom(QStringView text)
{
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    return isNumber && port != 0 ? std::optional<std::uint16_t>(port) : std::nullopt;
}

} // namespace

std::optional<RemoteTarget> RemoteTarget::from(const QString &written)
{
    QString host = written.trimmed();
    while (host.startsWith(u'\\'))
        host.removeFirst(); // \\MAIL01, as Windows writes it
    QString port;
    if (host.startsWith(u'[')) {
        const qsizetype end = host.indexOf(u']');
        if (end < 0)
            return {};
        const QString rest = host.sliced(end + 1);
        host = host.sliced(1, end - 1);
        if (!isIpv6(host) || (!rest.isEmpty() && !rest.startsWith(u':')))
            return {};
        port = rest.isEmpty() ? QString() : rest.sliced(1);
        if (!rest.isEmpty() && port.isEmpty())
            return {};
    } else if (!isIpv6(host)) {
        if (const qsizetype colon = host.lastIndexOf(u':'); colon >= 0) {
            port = host.sliced(colon + 1);
            host.truncate(colon);
            if (port.isEmpty())
                return {};
        }
        if (!isHostName(host))
            return {};
    }
    RemoteTarget target{.host = host};
    if (!port.isEmpty()) {
        const auto number = portFrom(port);
        if (!number)
            return {};
        target.port = *number;
    }
    return target;
}

bool RemoteTarget::isAddress() const
{
    return isIpv4(host) || isIpv6(host);
}

QString RemoteTarget::text() const
{
    if (port == SmbPort)
        return host;
    return (host.contains(u':') ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

Secret::~Secret()
{
    if (!m_bytes.isEmpty())
        explicit_bzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
}

Credentials Credentials::withPassword(const QString &written, std::shared_ptr<const Secret> password)
{
    Credentials credentials{
        .kind = LogonKind::Password, .user = written.trimmed(), .domain = {}, .password = std::move(password)};
    if (const qsizetype slash = credentials.user.indexOf(u'\\'); slash >= 0) {
        credentials.domain = credentials.user.first(slash);
        credentials.user = credentials.user.sliced(slash + 1);
    }
    return credentials;
}

QString Credentials::account() const
{
    if (kind == LogonKind::Ticket)
        return QStringLiteral("ticket");
    return domain.isEmpty() ? user : domain + u'\\' + user;
}

bool Credentials::isSameAs(const Credentials &other) const
{
    return kind == other.kind && user == other.user && domain == other.domain && password == other.password;
}

bool isNameOf(QStringView name, QStringView asked)
{
    const auto firstLabel = [](QStringView text) {
        const qsizetype dot = text.indexOf(u'.');
        return (dot < 0 ? text : text.first(dot)).trimmed();
    };
    const QStringView mine = firstLabel(name);
    const QStringView other = firstLabel(asked);
    if (mine.isEmpty() || other.isEmpty())
        return false;
    const bool isCut = mine.size() == NetBiosLength && other.size() > NetBiosLength;
    return mine.compare(isCut ? other.first(NetBiosLength) : other, Qt::CaseInsensitive) == 0;
}

} // namespace evident
