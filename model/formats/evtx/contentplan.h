// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which values of a fragment are which of an event's insertion strings, so that one of them can be looked at without
// collecting them all: found once per template that holds an event's whole content. Part of a Template; immutable. Says
// what a ContentCollector would gather; where that takes more than a list of values, the plan is not known.

#include "formats/evtx/program.h"

#include <QString>

#include <vector>

namespace evident::evtx {

class ContentPlan {
public:
    ContentPlan() = default; ///< not known
    explicit ContentPlan(const Program &program);

    /// An element that holds text, and no other element.
    struct Leaf {
        QString name; ///< of the value
        std::uint16_t number = NoDependency; ///< of the value that is its text; NoDependency: it has none
        std::uint16_t dependency = NoDependency; ///< of the value without which it is not there
        bool isString = true; ///< false: counted neither as string nor as value
    };
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] const std::vector<Leaf> &leaves() const { return m_leaves; }

private:
    friend class ContentPlanner;

    bool m_isKnown = false;
    std::vector<Leaf> m_leaves;
};

} // namespace evident::evtx
