// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One small file for each thing that forge can write, right ones and broken ones: for the tests that show them to other
// people's readers, and as the first files of fuzzing.

#include <string>

namespace forge {

/// Writes the samples and samples.tsv into @p folder: file, records (or services of a hive), "right" or "broken".
/// Throws std::ios_base::failure.
void writeSamples(const std::string &folder);

} // namespace forge
