// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds our own articles by words, event ids and sources. They are few and in memory, so every one is looked at; words
// that few of them hold weigh more, and where they stand counts: title, event, keywords, text. Pure function.

#include "knowledge/classic/searchwords.h"
#include "knowledge/shelf.h"

namespace evident {

struct ShelfHit {
    ArticleNumber article{};
    double score = 0; ///< the higher, the better; comparable with that of a ClassicHit
    QString title; ///< plain text, "<name>" for the values of an event
    QString snippet; ///< plain text around the first of the words; empty where they stand in the head alone
};

/// Articles that hold every word, best first, at most @p most.
[[nodiscard]] std::vector<ShelfHit> searchShelf(const Shelf &shelf, const SearchWords &words, std::size_t most = 30);

} // namespace evident
