// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlelook.h"

#include "knowledge/articlefiles.h"

#include <QDateTime>
#include <QFileInfo>

namespace evident {

ArticleLook lookAtArticles(const QStringList &folders, const QStringList &known, Shelf shipped)
{
    ArticleLook look;
    for (const QString &folder : folders) {
        if (QFileInfo::exists(folder))
            look.places.append(folder);
        for (const ArticleFile &file : articleFiles(folder)) {
            const QFileInfo info(file.path);
            look.places.append({info.absolutePath(), file.path});
            look.fingerprint.append(QStringLiteral("%1 %2 %3")
                    .arg(file.path, QString::number(info.size()), info.lastModified().toString(Qt::ISODateWithMs)));
        }
    }
    look.places.removeDuplicates();
    if (look.fingerprint == known)
        return look;
    for (qsizetype at = folders.size(); at-- > 0;) {
        const auto faults = shipped.addFolder(folders[at]);
        look.faults.insert(look.faults.end(), faults.begin(), faults.end());
    }
    look.shelf = std::move(shipped);
    return look;
}

} // namespace evident
