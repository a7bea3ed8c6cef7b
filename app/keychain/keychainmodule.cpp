// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychain.h"

#include <QEventLoop>
#include <QTimer>

using namespace evident;

namespace {

constexpr int LongestWait = 30'000; // ms: the person may have to open the keychain

} // namespace

/// evident-cli finds this by its name and calls it (ReadKeptPassword in its keptpassword.h).
extern "C" Q_DECL_EXPORT void evidentReadKeptPassword(
    const RemoteTarget &target, const QString &user, QByteArray &password)
{
    if (!hasKeychain())
        return;
    QEventLoop loop;
    readPassword(target, user, &loop, [&](const std::shared_ptr<const Secret> &kept) {
        if (kept)
            password = kept->bytes();
        loop.quit();
    });
    QTimer::singleShot(LongestWait, &loop, &QEventLoop::quit);
    loop.exec();
}
