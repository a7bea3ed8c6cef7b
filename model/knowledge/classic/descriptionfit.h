// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How well a description printed in a classic article fits an event. Words that both have speak for it; a name of what
// failed (a service, a driver) that differs rules it out, for such articles tell the cause of that one alone. Pure
// functions.

#include "events/event.h"

#include <optional>

namespace evident {

/// What is compared of an event, made once for all the descriptions it is compared with.
class EventWords {
public:
    explicit EventWords(const Event &event);
    /// 0 to 1; nothing when the description is of another thing. @p description: as printed, may be empty.
    [[nodiscard]] std::optional<double> fitOf(QStringView description) const;

private:
    [[nodiscard]] double textFit(const QStringList &words) const;
    [[nodiscard]] double valuesFit(QStringView description) const;

    QString m_text; ///< Windows' own, folded; empty when the event has none
    QStringList m_words; ///< of it, sorted
    QStringList m_values; ///< folded
};

} // namespace evident
