// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "module.h"

#include <QFileInfo>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QString modulePath(const QString &name)
{
    const QString here = QFileInfo(u"/proc/self/exe"_s).canonicalPath();
    for (const QString &folder : {here, here + u"/../libexec"_s, here + u"/../lib"_s}) {
        const QFileInfo module(folder + u'/' + name + u".so"_s);
        if (module.isFile())
            return module.canonicalFilePath();
    }
    return {};
}

} // namespace

QFunctionPointer moduleEntry(const QString &name, const char *entry)
{
    const QString path = modulePath(name);
    return path.isEmpty() ? nullptr : QLibrary(path).resolve(entry);
}

} // namespace evident
