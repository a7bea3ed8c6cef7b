// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelfloading.h"

#include "console.h"

#include <QFileInfo>

namespace evident {

Result<LoadedShelf> loadShelf(const QStringList &folders, const QString &language)
{
    auto packed = Shelf::openPacked(Shelf::packedFile(), language);
    if (!packed)
        return std::unexpected(packed.error());
    LoadedShelf loaded{.shelf = std::move(*packed)};
    for (const QString &folder : folders) {
        if (!QFileInfo(folder).isDir())
            return failure(ErrorCode::NotFound, "folder of articles", {.source = folder});
        for (const ArticleFault &fault : loaded.shelf.addFolder(folder)) {
            say(faultLine(fault));
            loaded.complete = false;
        }
    }
    return loaded;
}

} // namespace evident
