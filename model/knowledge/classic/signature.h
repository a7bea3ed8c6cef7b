// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The events that a classic article speaks of, found in the many ways in which its authors wrote them down: as blocks
// of labelled lines, as headings, as tables, as rows copied from Event Viewer, in the middle of a sentence. Found by
// rules, which are tables in eventfields.cpp and eventmentions.cpp; what they leave in doubt is left out. Pure functions.

#include "knowledge/classic/classicarticle.h"

#include <cstdint>

namespace evident {

struct EventSignature {
    QString source; ///< as printed; empty where the article names none
    std::uint16_t id = 0;
    QString type; ///< "Error", as printed, or empty
    QString text; ///< the description, white space joined; empty where the article prints none
    bool operator==(const EventSignature &) const = default;
};

/// Every event, in the order of the article. The same source and id stand more than once where texts differ. Ids that
/// stand only in the title of another article or among the words to find this one by are none of its events.
[[nodiscard]] std::vector<EventSignature> signaturesOf(const ClassicArticle &article);

/// One spelling for a source that is printed in several: lower case, letters and digits alone.
[[nodiscard]] QString foldedSource(QStringView source);

} // namespace evident
