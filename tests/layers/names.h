// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rules on names, sizes and licence lines: what a folder, a file and a type may be called, how long a file may be.

#include "tree.h"

/// Complaints on names that say nothing, on files that are too long or lack their licence, and on code in resources/.
[[nodiscard]] Complaints inspectNames(const Tree &tree);
