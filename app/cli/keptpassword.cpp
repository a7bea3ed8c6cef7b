// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptpassword.h"

#include "module.h"

namespace evident {

std::shared_ptr<const Secret> keptPassword(const RemoteTarget &target, const QString &user)
{
    const auto read =
        reinterpret_cast<ReadKeptPassword>(moduleEntry(QStringLiteral("evident-keychain"), KeychainEntry));
    QByteArray password;
    if (read)
        read(target, user, password);
    return password.isNull() ? nullptr : std::make_shared<const Secret>(std::move(password));
}

} // namespace evident
