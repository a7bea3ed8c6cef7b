// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which files of a folder are articles, and their bytes. Folders are the user's and may be anything: links are not
// followed, sizes are looked at before anything is read.

#include "knowledge/articlefault.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace evident {

struct ArticleFile {
    QString path;
    QString id; ///< the path below the folder without its ending, with forward slashes
};

/// Every *.md below @p folder in the order of the ids. Files named in capitals (README.md, FORMAT.md) are no articles.
[[nodiscard]] std::vector<ArticleFile> articleFiles(const QString &folder);
/// Nothing, and a fault, when it cannot be read.
[[nodiscard]] std::optional<QByteArray> readArticleFile(const QString &path, FaultList &faults);

} // namespace evident
