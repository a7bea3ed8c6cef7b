// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks at a few places of an event's content without decoding the rest: what matching asks of many rows is a string or
// two. Answers as a ContentCollector's strings and names would; what it cannot tell for certain it refuses. One per worker,
// as part of a RowMemory: where names stand in a template is found once.

#include "events/rowsink.h"
#include "formats/evtx/contentstrings.h"
#include "formats/evtx/template.h"

namespace evident::evtx {

class ContentGlance {
public:
    /// Looks at content that is one instance of @p definition with the values of @p valueBytes (see FragmentReader). The key's bytes stay
    /// until the next look; its kind is 0 when it cannot be told.
    [[nodiscard]] ContentKey look(const Template &definition, Bytes valueBytes, const ContentPlaces &places);
    /// What stood there when look() was last called; empty where there is no such place.
    [[nodiscard]] std::vector<QString> texts() const;

private:
    using Mask = std::uint32_t; ///< a bit for each place
    /// Where the places are in one template.
    struct Resolved {
        std::uint64_t places = 0; ///< their serial; 0: nothing yet
        std::uint32_t definition = 0; ///< its serial
        Mask possible = 0; ///< of those places that such content may have
        std::vector<Mask> byLeaf; ///< of places asked for by the leaf's name
        std::vector<Mask> byString; ///< by number of insertion string
    };

    [[nodiscard]] const Resolved &resolved(const Template &definition, const ContentPlaces &places);
    void note(const Resolved &resolved, std::size_t leaf, const Value &value);

    static constexpr std::size_t Slots = 256;
    std::array<Resolved, Slots> m_resolved;
    ContentStrings m_strings; ///< of the last look
    std::size_t m_met = 0; ///< of them so far
    Mask m_isFound = 0;
    std::array<Value, ContentPlaces::Most> m_found;
    std::size_t m_places = 0;
    std::vector<std::uint8_t> m_key; ///< room for keys
};

} // namespace evident::evtx
