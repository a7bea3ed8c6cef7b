// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells what of a printed description would be another in the next event: placeholders that the article's author wrote
// ("<server>", "%1"), and values that by their look are an example's (numbers, paths, what stands in quotes). Pure
// functions; the look decides, so it is a judgement.

#include <QString>

#include <vector>

namespace evident {

struct VariablePart {
    enum class Kind : std::uint8_t { Placeholder, Sample };
    Kind kind = Kind::Sample;
    qsizetype start = 0; ///< in the text
    qsizetype length = 0;
    bool operator==(const VariablePart &) const = default;
};

/// In the order of the text, without overlap.
[[nodiscard]] std::vector<VariablePart> variablePartsOf(QStringView text);
/// The text with {1}, {2} … for its variable parts; its own braces are doubled.
[[nodiscard]] QString templateOf(QStringView text, const std::vector<VariablePart> &parts);

} // namespace evident
