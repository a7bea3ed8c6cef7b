// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/citation.h"

namespace evident {

void citeClassic(std::vector<Finding> &findings, const ClassicShelf &shelf)
{
    constexpr std::size_t most = 3;
    constexpr double leastScore = 0.3; // less fits by its number alone
    for (Finding &finding : findings) {
        for (ClassicCandidate &one : shelf.candidates(finding.sample, most)) {
            if (one.score >= leastScore)
                finding.alsoPossible.push_back({std::move(one.id), std::move(one.title)});
        }
    }
}

} // namespace evident
