// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the summaries of articles, filled in for one row after the other, hold what is looked for: put together from the few values that
// a summary names, and once for all rows that hold the same there. Made for one batch by the worker that searches it.

#include "store/eventbatch.h"
#include "store/expression.h"

#include <functional>
#include <string>
#include <unordered_map>

namespace evident {

class SummarySearch {
public:
    using Look = std::function<Matching(QStringView text)>;
    /// What is found in a piece of a text: is it found in the whole too?
    enum class Pieces : std::uint8_t { SayNothing, Tell };

    /// All of them must outlive the search.
    SummarySearch(Look look, Pieces pieces, const Shelf &shelf, const Names &names)
        : m_look(std::move(look))
        , m_pieces(pieces)
        , m_shelf(shelf)
        , m_names(names)
    {
    }

    /// Of a row that holds no message, with its best article. Nothing where it takes decoding to tell.
    [[nodiscard]] std::optional<Matching> look(
        ArticleNumber article, const EventBatch &batch, std::size_t index, const EventContent &content);

private:
    /// What one summary asks of a row.
    struct Plan {
        std::optional<Matching> always; ///< whatever the row holds
        bool isPlaced = true; ///< all that it names stands in places, or in the row's columns
        bool namesColumns = false;
        ContentPlaces places;
        std::unordered_map<std::string, Matching> known; ///< by what stands in places
    };

    [[nodiscard]] Plan &plan(ArticleNumber article);
    [[nodiscard]] Plan makePlan(const Article &article) const;
    [[nodiscard]] Matching inSummary(const Article &article, const Plan &plan, const EventBatch &batch,
        std::size_t index, const EventContent &content) const;

    Look m_look;
    Pieces m_pieces;
    const Shelf &m_shelf;
    const Names &m_names;
    std::unordered_map<ArticleNumber, Plan> m_plans;
};

} // namespace evident
