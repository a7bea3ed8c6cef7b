// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a folder or an archive (zip, 7z, tar, compressed or not) of classic articles into the file of a ClassicShelf.
// The file appears when it is whole; until then, and when the import is cancelled or fails, an older one stays as it
// is. Works on the calling thread and one more.

#include "error.h"

#include <QStringList>

#include <functional>

namespace evident {

struct ClassicImport {
    std::size_t articles = 0;
    std::size_t signatures = 0;
    std::size_t passedOver = 0; ///< files that are no classic articles
    std::vector<Error> errors; ///< what could not be read; the rest is imported all the same
    bool cancelled = false; ///< nothing was written then
};

struct ImportWatch {
    std::function<void(int permille)> progress; ///< called on the importing thread, only when it moved
    std::function<bool()> isCancelled;
};

/// Imports everything behind @p paths, in the place of what @p target held. Errors: those of the first path when none
/// can be read; NotFound when there is no article among them; WriteFailed.
[[nodiscard]] Result<ClassicImport> importClassicArchive(
    const QStringList &paths, const QString &target, const ImportWatch &watch = {});

} // namespace evident
