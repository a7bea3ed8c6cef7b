// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One thing the user should know now: a line, and at most one action. A plain value; notices with the same topic
// replace each other.

#include <QString>

#include <functional>

namespace evident {

struct Notice {
    enum class Weight : std::uint8_t { Information, Trouble };
    Weight weight = Weight::Information;
    QString topic; ///< what it is about, e.g. a path; empty: its own
    QString text; ///< plain text
    QString actionText; ///< empty: no action
    std::function<void()> action;
};

} // namespace evident
