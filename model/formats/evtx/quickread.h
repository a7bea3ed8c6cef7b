// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What nearly every record and everything that values nest consists of: one instance of a template that is kept. Read with a
// few comparisons; whatever is out of the ordinary is refused, and then a FragmentReader has to look. What it does
// answer is what a FragmentReader finds. Owns nothing; offsets are from the chunk's start.

#include "formats/evtx/template.h"

namespace evident::evtx {

/// The front of an instance, up to the descriptions of its values.
struct InstanceHead {
    const Template *definition = nullptr; ///< without fault, with a serial; null: refused
    std::size_t begin = 0; ///< of the number of values, behind which their descriptions begin
    std::uint32_t count = 0; ///< of values, whose descriptions lie before the end
};
[[nodiscard]] InstanceHead instanceHead(TemplateTable &templates, std::size_t begin, std::size_t end);

/// What a value nests.
struct NestedInstance {
    const Template *definition = nullptr; ///< null: refused
    Bytes valueBytes{}; ///< see FragmentReader
    std::uint64_t cost = 0;
};
/// One instance whose values nest nothing, with nothing behind it.
[[nodiscard]] NestedInstance nestedInstance(TemplateTable &templates, std::size_t begin, std::size_t end);

inline constexpr std::size_t DescriptorSize = 4; ///< of a value: size, type, a byte that nobody reads

} // namespace evident::evtx
