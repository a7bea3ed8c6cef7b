// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which computer is meant, and as whom it is asked. Plain values, but for the password, which lies in memory once and
// is overwritten when its last owner lets it go.

#include "remote/message.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace evident {

struct RemoteTarget {
    QString host; ///< a name or an address, without brackets
    std::uint16_t port = 445;
    OldProtocol smb1 = OldProtocol::Refused;

    /// "MAIL01", "mail01.corp.example:4450", "10.1.2.3", "[fe80::1]:445", "fe80::1". Nothing when it is none of these.
    [[nodiscard]] static std::optional<RemoteTarget> from(const QString &written);
    [[nodiscard]] bool isAddress() const; ///< an IPv4 or IPv6 address, which stands for itself
    [[nodiscard]] QString text() const; ///< as it was written: with its port when that is not 445
};

/// A password: never in a QString, which copies itself about.
class Secret {
public:
    /// Takes the bytes over; they are UTF-8.
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        m_bytes.detach();
    }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

struct Credentials {
    LogonKind kind = LogonKind::Ticket;
    QString user;
    QString domain; ///< or realm; may be empty
    std::shared_ptr<const Secret> password;

    /// Of "user", "DOM\user" or "user@realm".
    [[nodiscard]] static Credentials withPassword(const QString &written, std::shared_ptr<const Secret> password);
    /// "DOM\anna", "anna", or "ticket".
    [[nodiscard]] QString account() const;
    /// Whether both are the same attempt: the same password object as the same user.
    [[nodiscard]] bool isSameAs(const Credentials &other) const;
};

/// Whether a computer that calls itself @p name (NetBIOS: at most 15 characters) can be the one called @p asked: by
/// first label, without case.
[[nodiscard]] bool isNameOf(QStringView name, QStringView asked);

} // namespace evident
