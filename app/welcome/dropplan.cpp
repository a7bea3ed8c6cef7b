// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/dropplan.h"

#include "checks/hive.h"
#include "remote/smbpath.h"
#include "reports/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace evident {

namespace {

struct DropWords {
    Q_DECLARE_TR_FUNCTIONS(DropWords)
};

/// As it is written here; a file manager encodes much of it.
QString addressFrom(const QUrl &url)
{
    const auto path = SmbPath::from(url.toString(QUrl::FullyEncoded));
    return path ? path->text() : withoutAccount(url.toString());
}

} // namespace

DropPlan DropPlan::of(const QMimeData &data)
{
    DropPlan plan;
    for (const QUrl &url : data.urls()) {
        if (url.scheme().compare(QLatin1StringView("smb"), Qt::CaseInsensitive) == 0)
            plan.logs.append(addressFrom(url));
        if (!url.isLocalFile())
            continue;
        const QString path = url.toLocalFile();
        if (plan.hive.isEmpty() && QFileInfo(path).isFile() && SystemHive::looksLikeHive(path))
            plan.hive = path;
        else
            plan.logs.append(path);
    }
    if (plan.hive.isEmpty())
        return plan;
    if (const auto hive = SystemHive::open(plan.hive))
        plan.hiveComputer = hive->computerName();
    return plan;
}

QString DropPlan::sentence() const
{
    QStringList parts;
    if (logs.size() == 1 && QFileInfo(logs.first()).isDir())
        parts.append(DropWords::tr("Open the logs in %1").arg(QFileInfo(logs.first()).fileName()));
    else if (!logs.isEmpty())
        parts.append(DropWords::tr("Open %n log(s)", nullptr, static_cast<int>(logs.size())));
    if (!hive.isEmpty())
        parts.append(hiveComputer.isEmpty() ? DropWords::tr("Use as registry hive")
                                            : DropWords::tr("Use as registry hive for %1").arg(visible(hiveComputer)));
    return parts.join(u'\n');
}

} // namespace evident
