// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The articles a command works with: those the program brings, then the folders named with --articles.

#include "error.h"
#include "knowledge/shelf.h"

#include <QStringList>

namespace evident {

struct LoadedShelf {
    Shelf shelf;
    bool complete = true; ///< false when an article of the folders was broken, which was said
};

/// Errors: as Shelf::openPacked; NotFound for a folder that is none.
[[nodiscard]] Result<LoadedShelf> loadShelf(const QStringList &folders, const QString &language);

} // namespace evident
