// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells whether an event's content holds a text, while hardly anything of it is looked at: most records are done with once
// no bytes like the text's lie among their values. What is no text is written out only where its digits and letters could make up
// what is looked for. One per worker, as part of a RowMemory: what a template's names have to do with a text is found once, of
// several texts that are looked for at once, too.

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

    static constexpr std::size_t Slots = 256;
    static constexpr std::size_t MostNeedles = 8;
    /// What is found once for one needle.
    struct Sought {
        std::uint64_t needle = 0; ///< its serial
        std::array<bool, 256> mayHold{}; ///< by ValueType: its text could hold the needle; of texts always
        bool mayBeHex = false; ///< so could the bytes of a broken value
        std::vector<Joint> joints;
        std::array<Known, Slots> known;
    };

    [[nodiscard]] Sought &sought(const TextNeedle &needle);
    [[nodiscard]] static Sought makeSought(const TextNeedle &needle);
    [[nodiscard]] static const Known &known(const Template &definition, const TextNeedle &needle, Sought &sought);
    [[nodiscard]] static Leaf leafOf(QStringView name, const TextNeedle &needle, const Sought &sought);
    [[nodiscard]] static bool mayHold(ValueType type, std::size_t size, const Sought &sought);
    [[nodiscard]] static bool mayBeWrittenOut(Bytes valueBytes, const Sought &sought);
    [[nodiscard]] static Holding holding(
        const Leaf &leaf, const Value &value, const TextNeedle &needle, const Sought &sought);

    std::vector<Sought> m_sought; ///< the needles of one search, which ask in turn
    std::size_t m_oldest = 0;
    ContentStrings m_strings;
};

} // namespace evident::evtx
