// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names imported articles in a report: by number and title alone, for their text is not ours to hand on.

#include "knowledge/classic/classicshelf.h"
#include "reports/finding.h"

namespace evident {

/// Adds the imported articles that fit the findings' samples to what is also possible.
void citeClassic(std::vector<Finding> &findings, const ClassicShelf &shelf);

} // namespace evident
