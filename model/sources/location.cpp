// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/location.h"

#include <QDir>
#include <QFileInfo>

namespace evident {

namespace {

/// Folders that open on the way down, so that a tree deeper than any path can be is left alone.
constexpr int DeepestFolder = 64;

void collect(const QString &folder, int depth, std::vector<QString> &files)
{
    if (depth > DeepestFolder)
        return;
    const auto entries =
        QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (entry.isSymLink())
            continue;
        if (entry.isDir())
            collect(entry.filePath(), depth + 1, files);
        else if (entry.isFile())
            files.push_back(entry.filePath());
    }
}

} // namespace

Location::Location(QString text)
    : m_text(std::move(text))
{
}

Result<std::vector<QString>> Location::files() const
{
    if (m_text == QLatin1StringView("-"))
        return std::vector{m_text};
    const QFileInfo info(m_text);
    if (!info.exists())
        return failure(ErrorCode::NotFound, "a location", {.source = m_text});
    if (!info.isDir())
        return std::vector{m_text};
    if (!info.isReadable() || !info.isExecutable())
        return failure(ErrorCode::NoPermission, "a folder", {.source = m_text});
    std::vector<QString> files;
    collect(m_text, 0, files);
    return files;
}

} // namespace evident
