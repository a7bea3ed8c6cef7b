// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articlefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ReadLimit = 1024 * 1024; ///< the parser refuses far smaller files; this only protects memory
constexpr qsizetype MaxFiles = 20'000; ///< a folder with more was chosen by mistake

} // namespace

std::vector<ArticleFile> articleFiles(const QString &folder)
{
    std::vector<ArticleFile> files;
    const QDir root(folder);
    QDirIterator walk(folder, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext() && static_cast<qsizetype>(files.size()) < MaxFiles) {
        const QFileInfo file = walk.nextFileInfo();
        const QString name = file.completeBaseName();
        if (name == name.toUpper() && name != name.toLower())
            continue;
        files.push_back({file.filePath(), root.relativeFilePath(file.absoluteFilePath()).chopped(3)});
    }
    std::ranges::sort(files, {}, &ArticleFile::id);
    return files;
}

std::optional<QByteArray> readArticleFile(const QString &path, FaultList &faults)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        faults.add(0, QCoreApplication::translate("Article", "The file cannot be read: %1").arg(file.errorString()));
        return {};
    }
    return file.read(ReadLimit);
}

} // namespace evident
