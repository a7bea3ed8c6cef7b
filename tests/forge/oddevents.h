// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Events that real logs hold once in a million: every type of value alone and in arrays, values of the wrong size, elements in
// places where nobody expects them. Each is a whole event with a System of its own, so that readers can be held against
// each other record by record.

#include "forge/binxml.h"

namespace forge {

/// Event number n has EventRecordID n + 1.
[[nodiscard]] std::vector<Fragment> oddValues();
[[nodiscard]] std::vector<Fragment> oddElements();

} // namespace forge
