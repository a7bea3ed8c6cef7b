// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks at a few places of an event's content without decoding the rest: what matching asks of many rows is a string or
// two. Answers as a ContentCollector's strings and names would; what it cannot tell for certain it refuses. One per worker,
// as part of a RowMemory: where names stand in a template is found once.

#include "events/rowsink.h"
#include "formats/evtx/contentstrings.h"
#include "formats/evtx/quickread.h"

#include <optional>

namespace evident::evtx {

class ContentGlance {
public:
    /// Looks at @p content, which has a definition. What it answers stays until the next look; its kind is 0 when it cannot be told.
    [[nodiscard]] PlacedValues look(const NestedInstance &content, const ContentPlaces &places);
    /// What stood there when look() was last called; empty where there is no such place.
    [[nodiscard]] std::vector<QString> texts() const;

private:
    using Mask = std::uint32_t; ///< a bit for each place
    /// A place whose value has one number, whatever the others are.
    struct Spot {
        std::uint16_t number = 0;
        std::uint8_t place = 0;
        bool isOptional = false; ///< a null is not there
        std::optional<std::uint8_t> sameAs{}; ///< a place before it whose value it is
    };
    /// Where the places are in one template.
    struct Resolved {
        std::uint64_t both = 0; ///< serials of the places and of the template; 0: nothing yet
        Mask possible = 0; ///< of those places that such content may have
        bool isStraight = true; ///< spots are all of these, by number
        std::vector<Spot> spots;
        std::vector<Mask> byLeaf; ///< of places asked for by the leaf's name
        std::vector<Mask> byString; ///< by number of insertion string

        void addNamed(const ContentPlan &plan, std::size_t place, const QString &name);
        void addString(const ContentPlan &plan, std::size_t place, std::size_t number);
        void addSpot(const ContentPlan::Leaf &leaf, std::size_t place);
        void sortSpots();
    };

    [[nodiscard]] static Resolved resolved(std::uint64_t both, const Template &definition, const ContentPlaces &places);
    [[nodiscard]] bool findStraight(const Resolved &where, const std::uint8_t *values);
    [[nodiscard]] bool findInTurn(const Resolved &where, const NestedInstance &content);

    static constexpr std::size_t Slots = 256;
    std::array<Resolved, Slots> m_resolved;
    ContentStrings m_strings; ///< of the last look that went through them in turn
    std::array<RawValue, ContentPlaces::Most> m_found;
    std::size_t m_places = 0;
};

} // namespace evident::evtx
