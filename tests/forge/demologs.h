// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Logs and hives from recipes.

#include "forge/recipe.h"

#include <iosfwd>

namespace forge {

/// Write the log of a recipe; the answer is how many records it holds.
std::uint64_t writeEvt(const Recipe &recipe, std::ostream &out);
std::uint64_t writeEvtx(const Recipe &recipe, std::ostream &out);
/// The bytes of the hive called @p name, one of the recipe's "hive" lines.
[[nodiscard]] std::string hiveFrom(const Recipe &recipe, const RecipeLine &hive);

} // namespace forge
