// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rows of a batch say, decoded again from the log for a search or a sort: the slow way, taken only for rows
// that need it. Used by runQuery's workers, one batch at a time.

#include "bytes/textneedle.h"
#include "store/eventbatch.h"

#include <atomic>
#include <functional>
#include <optional>
#include <span>

namespace evident {

/// What a row says beside its columns.
struct RowContent {
    EventValues values;
    QString message; ///< Windows' own words, where the record holds them
};

[[nodiscard]] inline RowContent decoded(const EventContent &content)
{
    return {.values = content.values(), .message = content.message()};
}

/// Hands the content of every row whose @p wanted is not 0 to @p visit, not decoded yet, each row once, and sets its @p wanted to 0.
/// Rows that can no longer be read (the file has changed) keep theirs. Stops early when @p cancelled is set.
void visitContents(const EventBatch &batch, std::span<std::uint8_t> wanted,
    const std::function<void(std::size_t index, const EventContent &content)> &visit,
    const std::atomic_bool &cancelled);

/// The best article of the row, if any explains it.
[[nodiscard]] inline std::optional<ArticleNumber> bestArticle(
    const EventBatch &batch, std::size_t index, const Shelf &shelf)
{
    const Highlight highlight = batch.highlight[index];
    const bool isThere = highlight != 0 && highlight <= shelf.size();
    return isThere ? std::optional(static_cast<ArticleNumber>(highlight - 1)) : std::nullopt;
}

/// The row's description as the table shows it. @p content is the row's own.
[[nodiscard]] QString rowDescription(
    const EventBatch &batch, std::size_t index, const RowContent &content, const Names &names, const Shelf &shelf);

/// Finds a text in rows: source, id, computer and user first, and only where these do not hold it, values and
/// description, which are decoded only where their reader cannot tell otherwise. Immutable, shared by all workers of a query.
class TextSearch {
public:
    TextSearch(const QString &text, const Names &names, const Shelf &shelf);

    /// Sets passes[i] to 0 for every row that does not hold the text; rows that are 0 already are not looked at.
    void narrow(const EventBatch &batch, std::span<std::uint8_t> passes, const std::atomic_bool &cancelled) const;

private:
    [[nodiscard]] bool inHead(const RowKind &kind) const;

    TextNeedle m_text;
    const Names &m_names;
    const Shelf &m_shelf;
    std::vector<std::uint8_t> m_inName; ///< by NameId
    std::vector<std::uint8_t> m_inId; ///< by event id; empty when the text is no number
};

} // namespace evident
