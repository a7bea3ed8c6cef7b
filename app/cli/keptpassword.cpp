// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptpassword.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Beside the program in a build, else where it is installed to.
QString modulePath()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {here, here + u"/../libexec"_s, here + u"/../lib"_s}) {
        const QString path = folder + u"/evident-keychain.so"_s;
        if (QFileInfo(path).isFile())
            return QFileInfo(path).canonicalFilePath();
    }
    return {};
}

} // namespace

std::shared_ptr<const Secret> keptPassword(const RemoteTarget &target, const QString &user)
{
    const QString path = modulePath();
    if (path.isEmpty())
        return {};
    QLibrary module(path); // stays loaded: its libraries start threads
    const auto read = reinterpret_cast<ReadKeptPassword>(module.resolve(KeychainEntry));
    QByteArray password;
    if (read)
        read(target, user, password);
    return password.isNull() ? nullptr : std::make_shared<const Secret>(std::move(password));
}

} // namespace evident
