// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds the rows that a regular expression matches in one of their texts, each looked at by itself: source, id, computer, user, every
// value that is not empty and its name, Windows' own message, and the description as the table shows it. These are the texts that
// TextSearch looks in. Empty ones are none, not even for an expression that matches nothing (x*, ^$).
//
// Few rows are matched text by text. Where every match must hold some letters, rows without them are passed over as TextSearch does it;
// where the expression does not look around itself, all values of a row are looked at in one go; and rows that hold the same are looked at once.

#include "bytes/textneedle.h"
#include "store/expression.h"
#include "store/expressiontraits.h"
#include "store/rowtexts.h"

namespace evident {

class SummarySearch;

/// What is looked for: made once and shared by all workers of a query.
struct SoughtExpression {
    explicit SoughtExpression(const QString &expression);

    QString text;
    ExpressionTraits traits;
    std::vector<TextNeedle> literals;
};

/// One worker's search.
class ExpressionSearch {
public:
    /// All of them must outlive the search. Nothing is found where the expression has a fault.
    ExpressionSearch(const SoughtExpression &sought, const Names &names, const Shelf &shelf);

    /// Sets passes[i] to 0 for every row that does not match; rows that are 0 already are not looked at. Answers how many were
    /// given up: they may match or not, and are 0 too.
    std::size_t narrow(const EventBatch &batch, std::span<std::uint8_t> passes, const std::atomic_bool &cancelled);

private:
    /// Of a row's values alone.
    struct InValues {
        Matching inLines =
            Matching::No; ///< one below the other, as the row's description shows them where nobody wrote a better one
        std::optional<Matching> oneByOne{}; ///< values and names; nothing: was not looked at
    };
    enum class Wanted : std::uint8_t { Both, OneOfThem };
    struct KnownText {
        QString text; ///< empty: none is known yet
        Matching told = Matching::No;
    };
    struct KnownContent {
        std::size_t hash = 0; ///< of the one that was met last
        std::uint64_t kind = 0; ///< of its key; 0: it was met once, and is worth keeping when it comes again
        std::vector<std::uint8_t> bytes;
        InValues told;
    };

    [[nodiscard]] Matching tried(QStringView text);
    [[nodiscard]] bool mayMatchValues(const EventContent &content);
    [[nodiscard]] Matching inHead(const EventBatch &batch, std::size_t index);
    [[nodiscard]] Matching inName(NameId name);
    [[nodiscard]] Matching inId(std::uint16_t id);
    [[nodiscard]] Matching inText(QStringView text);
    [[nodiscard]] Matching inContent(
        const EventBatch &batch, std::size_t index, const EventContent &content, SummarySearch &summaries);
    [[nodiscard]] Matching inSummary(ArticleNumber article, const EventBatch &batch, std::size_t index,
        const EventContent &content, SummarySearch &summaries);
    [[nodiscard]] std::optional<InValues> inValues(const EventContent &content, Wanted wanted);
    [[nodiscard]] InValues inLines(const ValueLines &lines, Wanted wanted);
    [[nodiscard]] Matching inDecoded(const EventBatch &batch, std::size_t index, const RowContent &content);

    const SoughtExpression &m_sought;
    const Names &m_names;
    const Shelf &m_shelf;
    Expression m_expression;
    std::vector<std::optional<Matching>> m_inName; ///< by NameId
    std::vector<std::optional<Matching>> m_inId; ///< by event id
    // The same texts and contents come again and again.
    std::vector<KnownText> m_inText; ///< by hash
    std::vector<KnownContent> m_inContent; ///< by hash
    ValueLines m_lines; ///< room for a row's
    // Of the first rows of each round those that hold a literal are counted: of no use where most do.
    std::size_t m_inRound = 0;
    std::size_t m_held = 0;
};

} // namespace evident
