// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds the articles that speak of an event: a hash of (provider, id) first, and only for a hit the conditions on
// strings, values and data. Compiled once from a Shelf, then immutable and used by every worker; a worker keeps a
// MatchCache of its own so that a row costs one look-up.

#include "events/rowsink.h"
#include "knowledge/providers.h"
#include "knowledge/shelf.h"

#include <QHash>

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace evident {

struct Match {
    ArticleNumber article{};
    double score = 0; ///< 0 to 1; the more the article demands of the event, the higher
};
using Matches = std::vector<Match>; ///< best first

/// What matching says of one row.
struct RowMatch {
    std::optional<ArticleNumber> best; ///< the article that explains it best
    QString
        subject; ///< what its checks ask about, as subjectText() says; empty also where that is the same for all events
};

class Matcher;
struct MatchQuestion;

/// What one worker has learnt of the rows of its session: which names some article speaks of, and what became of rows like one that it
/// asks about. Forgets it all when it is used with other names.
class MatchCache {
    friend class Matcher;

    /// The answer for a pair of provider names and an id.
    struct Asked {
        NameId provider = NameId::None;
        NameId sourceName = NameId::None;
        std::uint16_t id = 0;
        bool isKnown = false;
        std::shared_ptr<const MatchQuestion> question; ///< null: no article speaks of it
    };
    /// All that conditions and checks look at, and what was said of it.
    struct Like {
        std::uint64_t kind = 0; ///< 0: nothing remembered
        NameId provider = NameId::None;
        NameId sourceName = NameId::None;
        NameId channel = NameId::None;
        NameId computer = NameId::None;
        std::uint16_t id = 0;
        Level level = Level::LogAlways;
        std::string bytes; ///< of the values
        RowMatch match;

        [[nodiscard]] bool is(const EventRow &row, const PlacedValues &values) const;
    };

    template<typename Answer>
    [[nodiscard]] const RowMatch &remembered(const EventRow &row, const PlacedValues &values, Answer answer);

    std::uint64_t m_names = 0; ///< serial of the Names that all this is about
    std::vector<std::uint16_t> m_providers; ///< by NameId: 0 not asked yet, else provider slot + 1
    std::vector<Asked> m_asked; ///< by hash
    std::vector<Like> m_likes; ///< by hash
    RowMatch m_alone; ///< the last answer for a row that is not worth remembering
};

class Matcher {
    friend struct MatchQuestion;

public:
    /// Keeps the shelf; copying one copies pointers to articles.
    explicit Matcher(Shelf shelf);

    /// The articles for a row. @p content is asked for values only when some article speaks of (provider, id).
    [[nodiscard]] Matches match(
        const EventRow &row, const EventContent &content, const Names &names, MatchCache &cache) const;
    /// What is to be asked of rows with these provider names and this id, whatever they hold; null when no article speaks of them. Goes with
    /// this matcher.
    [[nodiscard]] std::shared_ptr<const MatchQuestion> question(
        const EventRow &row, const Names &names, MatchCache &cache) const;
    /// The best article for a row of @p question, and what is to be checked. Rows that say the same as one before cost next to nothing. The
    /// answer belongs to the cache, which question() was asked with, and stays until that is used again.
    [[nodiscard]] const RowMatch &matched(const MatchQuestion &question, const EventRow &row,
        const EventContent &content, const Names &names, MatchCache &cache) const;
    /// Whether two rows of @p question that are the same in all columns that name something may be matched otherwise.
    [[nodiscard]] static bool looksAtContent(const MatchQuestion &question);
    /// A cache that another worker has done with, or a new one; giveBack() keeps it for the next.
    [[nodiscard]] std::unique_ptr<MatchCache> takeCache() const;
    void giveBack(std::unique_ptr<MatchCache> cache) const;
    /// The same for a whole event.
    [[nodiscard]] Matches match(const Event &event) const;
    /// Each condition of the article that the event met, as a plain sentence in the user's language: "provider is Perflib", "string 1 is
    /// MSExchangeIMC".
    [[nodiscard]] QStringList why(ArticleNumber article, const Event &event) const;

    /// Whether the checks of the article ask about something that each event may name otherwise.
    [[nodiscard]] bool hasSubjects(ArticleNumber article) const
    {
        return m_hasSubjects[static_cast<std::size_t>(article)];
    }
    [[nodiscard]] const Shelf &shelf() const { return m_shelf; }

private:
    using Slot = std::uint16_t; ///< a provider that some article names; 0 for those that none does
    using Slots = std::array<Slot, 2>; ///< of provider and second name

    struct Rule {
        ArticleNumber article{};
        const MatchRule *rule = nullptr;
        double score = 0;
    };
    struct Exclusion {
        const MatchRule *rule = nullptr;
        std::vector<Slot> providers; ///< empty: any
    };

    [[nodiscard]] std::shared_ptr<const MatchQuestion> makeQuestion(Slots asked, std::uint16_t id) const;
    [[nodiscard]] const RowMatch &matchedAlike(const MatchQuestion &question, const EventRow &row,
        const PlacedValues &placed, const EventContent &content, const Names &names, MatchCache &cache) const;
    [[nodiscard]] RowMatch matchPlaced(
        const MatchQuestion &question, const EventRow &row, const EventContent &content, const Names &names) const;
    [[nodiscard]] RowMatch matchWhole(
        const MatchQuestion &question, const EventRow &row, const EventContent &content, const Names &names) const;
    [[nodiscard]] RowMatch bestOf(const MatchQuestion &question, std::uint16_t id, const EventFacts &facts) const;
    void addDeciding(MatchQuestion &question) const;
    void addRules(ArticleNumber number, const Article &article);
    Slot slotFor(const QString &provider);
    [[nodiscard]] Slot slotOf(QStringView provider) const;
    [[nodiscard]] Slot slotOf(NameId name, const Names &names, MatchCache &cache) const;
    [[nodiscard]] std::vector<const Rule *> candidates(Slots asked, std::uint16_t id) const;
    [[nodiscard]] bool isExcluded(ArticleNumber article, Slots asked, std::uint16_t id, const EventFacts &facts) const;
    [[nodiscard]] Matches tested(
        const std::vector<const Rule *> &rules, Slots asked, std::uint16_t id, const EventFacts &facts) const;

    Shelf m_shelf;
    QHash<QString, Slot> m_slots; ///< by canonical provider name
    QHash<std::uint32_t, std::vector<Rule>> m_rules; ///< by slot and id
    std::vector<std::vector<Exclusion>> m_exclusions; ///< by ArticleNumber
    std::vector<bool> m_hasSubjects; ///< by ArticleNumber
    mutable std::mutex m_cachesMutex;
    mutable std::vector<std::unique_ptr<MatchCache>> m_caches; ///< that nobody works with just now
};

} // namespace evident
