// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A regular expression taken apart, for whoever wants to say something of it without matching. A value, made by a free function. What it says
// holds for Expression's language; where that language can more than is known here, there is no tree, or the tree is wider: it stands
// for all that the expression matches, and for more.
// Specification: pcre2pattern(3).

#include <QString>

#include <bitset>
#include <optional>
#include <vector>

namespace evident {

/// What one character of a text may be.
struct CharacterSet {
    static constexpr std::size_t Ascii = 128;
    std::bitset<Ascii> ascii; ///< just these
    bool mayBeOther =
        false; ///< some beyond ASCII, too; false: none but U+017F and U+212A, which are s and k in another case
};

struct ExpressionPart {
    enum class Kind : std::uint8_t {
        Character,
        Sequence, ///< of nothing: matches everywhere
        Choice,
        Repeat, ///< of its one part
        Place, ///< between characters
        LookAround, ///< positive: its one part is somewhere in the text, if this matches; does not take it
    };
    enum class Place : std::uint8_t { LineBegin, LineEnd, TextBegin, TextEnd, WordEdge, NoWordEdge };
    static constexpr int Unbounded = -1;

    Kind kind = Kind::Sequence;
    Place place = Place::LineBegin;
    char16_t literal = 0; ///< the one character, in whatever case, where that is ASCII and none of control; or 0
    int least = 1; ///< times that the part is repeated
    int most = 1; ///< or Unbounded
    CharacterSet characters{};
    std::vector<ExpressionPart> parts{};
};

struct ExpressionTree {
    ExpressionPart whole;
    bool isExact = true; ///< what it stands for is what the expression matches, in texts of ASCII
    bool looksAround = false; ///< as in ExpressionTraits
};

/// Nothing where @p expression, which must have no fault, holds something unknown.
[[nodiscard]] std::optional<ExpressionTree> treeOf(QStringView expression);

} // namespace evident
