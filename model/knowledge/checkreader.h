// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the checks of an article's head, and what a translation puts in place of their sentences. Faults go to the list
// that is handed in; what could be read is returned all the same.

#include "knowledge/articleparser.h"
#include "knowledge/articletext.h"
#include "knowledge/headtree.h"

#include <vector>

namespace evident {

/// "check": one or a list.
[[nodiscard]] std::vector<ArticleCheck> readChecks(const HeadNode &head, const KnownName &known, FaultList &faults);
/// "check" of a translation of @p original.
[[nodiscard]] std::vector<ArticleProse::Check> readCheckProse(
    const HeadNode &head, const Article &original, const KnownName &known, FaultList &faults);

} // namespace evident
