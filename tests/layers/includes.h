// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rules on include lines: who may include whom, and where each library is let in.

#include "tree.h"

/// Complaints on every include that reaches upwards, to a stranger, or to a library that the folder has no business
/// with. @p qtIncludes is the folder that holds QtCore, QtGui … as installed.
[[nodiscard]] Complaints inspectIncludes(const Tree &tree, const std::filesystem::path &qtIncludes);
