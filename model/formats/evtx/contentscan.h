// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells whether an event's content holds a text, while hardly anything of it is looked at: most records are done with once
// no bytes like the text's lie among their values. What is no text is written out only where its digits and letters could make up
// what is looked for. One per worker, as part of a RowMemory: what a template's names have to do with a text is found once.

#include "events/rowsink.h"
#include "formats/evtx/contentstrings.h"
#include "formats/evtx/template.h"

namespace evident::evtx {

class ContentScan {
public:
    /// Looks at content that is one instance of @p definition with the values of @p valueBytes (see FragmentReader).
    [[nodiscard]] Holding find(const Template &definition, Bytes valueBytes, const TextNeedle &needle);

private:
    /// What a value's text has to begin with where its name ends with the front of the needle: "colour: red" has "our: re".
    struct Joint {
        QString front;
        QString rest;
    };
    /// What the names of one template's values have to do with the needle.
    struct Leaf {
        bool isNamed = false; ///< the name holds it
        std::vector<std::size_t> joints; ///< those whose front the name ends with
    };
    struct Known {
        std::uint32_t definition = 0; ///< its serial; 0: nothing yet
        bool isPlain = false; ///< no name has anything to do with it
        std::vector<Leaf> leaves;
    };

    void use(const TextNeedle &needle);
    [[nodiscard]] const Known &known(const Template &definition, const TextNeedle &needle);
    [[nodiscard]] Leaf leafOf(QStringView name, const TextNeedle &needle) const;
    [[nodiscard]] bool mayHold(ValueType type, std::size_t size) const;
    [[nodiscard]] bool mayBeWrittenOut(Bytes valueBytes) const;
    [[nodiscard]] Holding holding(const Leaf &leaf, const Value &value, const TextNeedle &needle) const;

    static constexpr std::size_t Slots = 256;
    std::uint64_t m_needle = 0; ///< serial of the one that all this is about
    std::array<bool, 256> m_mayHold{}; ///< by ValueType: its text could hold the needle; of texts always
    bool m_mayBeHex = false; ///< so could the bytes of a broken value
    std::vector<Joint> m_joints;
    std::array<Known, Slots> m_known;
    ContentStrings m_strings;
};

} // namespace evident::evtx
