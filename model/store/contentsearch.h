// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the content of a row holds a text: one of its values or of their names, its message or its description. Decoded only
// where its reader cannot tell otherwise. Made for one batch by the worker that searches it.

#include "store/rowtexts.h"
#include "store/summarysearch.h"

namespace evident {

class ContentSearch {
public:
    /// All of them must outlive the search.
    ContentSearch(const TextNeedle &text, const Names &names, const Shelf &shelf);

    [[nodiscard]] bool holds(const EventBatch &batch, std::size_t index, const EventContent &content);

private:
    [[nodiscard]] bool inDecoded(const EventBatch &batch, std::size_t index, const RowContent &content) const;

    const TextNeedle &m_text;
    const Names &m_names;
    const Shelf &m_shelf;
    SummarySearch m_summaries;
};

} // namespace evident
