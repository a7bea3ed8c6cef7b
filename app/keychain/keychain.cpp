// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychain.h"

#include <qt6keychain/keychain.h>

namespace evident {

namespace {

const QString Service = QStringLiteral("Evident");

QString keyOf(const RemoteTarget &target, const QString &user)
{
    return user + u'@' + target.text().toLower();
}

} // namespace

bool hasKeychain()
{
    return QKeychain::isAvailable();
}

void readPassword(const RemoteTarget &target, const QString &user, QObject *context,
    const std::function<void(std::shared_ptr<const Secret>)> &done)
{
    auto *job = new QKeychain::ReadPasswordJob(Service);
    job->setInsecureFallback(false);
    job->setKey(keyOf(target, user));
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done] {
        done(job->error() == QKeychain::NoError ? std::make_shared<const Secret>(job->binaryData()) : nullptr);
    });
    job->start();
}

void keepPassword(const RemoteTarget &target, const QString &user, const Secret &password)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setInsecureFallback(false);
    job->setKey(keyOf(target, user));
    job->setBinaryData(password.bytes());
    job->start();
}

void forgetPassword(const RemoteTarget &target, const QString &user)
{
    auto *job = new QKeychain::DeletePasswordJob(Service);
    job->setInsecureFallback(false);
    job->setKey(keyOf(target, user));
    job->start();
}

} // namespace evident
