// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The values of an event's content as insertion strings, found where they lie: what a ContentCollector would gather of one
// instance of a template whose ContentPlan is known. Made for whoever looks at many records; keeps room for one.

#include "formats/evtx/contentplan.h"
#include "formats/evtx/value.h"

#include <array>

namespace evident::evtx {

class ContentStrings {
public:
    /// Lists the values of @p valueBytes (see FragmentReader), which must stay; false when there are more than ever in an event.
    [[nodiscard]] bool list(Bytes valueBytes);
    [[nodiscard]] Values values() const { return {m_values.data(), m_count}; }

    /// Gives @p visit every string in turn, with the number of the plan's leaf that it belongs to, until that answers false. False where
    /// the values leave open which strings there are.
    template<typename Visit>
    [[nodiscard]] bool visit(const ContentPlan &plan, Visit visit) const;

private:
    static constexpr std::size_t MostValues = 128;

    std::array<Value, MostValues> m_values;
    std::size_t m_count = 0;
};

template<typename Visit>
bool ContentStrings::visit(const ContentPlan &plan, Visit visit) const
{
    const auto &leaves = plan.leaves();
    bool goesOn = true;
    for (std::size_t i = 0; i < leaves.size() && goesOn; ++i) {
        const ContentPlan::Leaf &leaf = leaves[i];
        if (leaf.dependency != NoDependency && valueAt(values(), leaf.dependency).isNull())
            continue;
        if (!leaf.isString)
            continue;
        const Value value = leaf.number == NoDependency ? Value{} : valueAt(values(), leaf.number);
        if (!isArray(value.type)) {
            goesOn = visit(i, value);
            continue;
        }
        if (itemType(value.type) != ValueType::String)
            return false;
        ArrayItems items(value);
        Value item; // an array of nothing is one string of nothing
        bool hasMore = items.next(item);
        do { // NOLINT(cppcoreguidelines-avoid-do-while)
            goesOn = visit(i, item);
            hasMore = hasMore && goesOn && items.next(item);
        } while (hasMore);
    }
    return true;
}

} // namespace evident::evtx
