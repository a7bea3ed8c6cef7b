// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What "articles" can do with the classic Microsoft archive.

#include "arguments.h"
#include "exitcode.h"

namespace evident {

/// "articles signatures FILE…": the events that each classic article speaks of.
[[nodiscard]] ExitCode showSignatures(const Arguments &arguments, const QStringList &files);

/// "articles import PATH…": puts folders or archives of classic articles on the user's second shelf.
[[nodiscard]] ExitCode importArticles(const Arguments &arguments, const QStringList &paths);
/// "articles search TEXT…": our own articles and imported ones that hold the words.
[[nodiscard]] ExitCode searchArticles(const Arguments &arguments, const QStringList &words, const QString &language);

} // namespace evident
