// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the folders of articles people write themselves, as a free function for the session's pool: a folder may lie on
// a slow network.

#include "knowledge/shelf.h"

#include <QStringList>

#include <optional>

namespace evident {

struct ArticleLook {
    QStringList places; ///< the folders that are there, and the articles in them
    QStringList fingerprint; ///< when that of two looks is equal, nothing changed
    std::optional<Shelf> shelf; ///< nothing when nothing changed
    std::vector<ArticleFault> faults; ///< of articles that were left out
};

/// Looks at @p folders, of which earlier ones stand above later ones, and puts what they hold on top of @p shipped
/// unless their fingerprint is the @p known one.
[[nodiscard]] ArticleLook lookAtArticles(const QStringList &folders, const QStringList &known, Shelf shipped);

} // namespace evident
