// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/matcher.h"

#include "knowledge/filling.h"
#include "knowledge/rawconditions.h"
#include "knowledge/whysentences.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace evident {

namespace {

/// How much a condition narrows the events down; exact values count most, and the less the more of them are allowed.
double weightOf(const Condition &condition)
{
    const double choices = 1.0 + 0.15 * std::max<double>(0, static_cast<double>(condition.values.size()) - 1);
    const auto kind = condition.places.empty() ? ValuePlace::Kind::Text : condition.places.front().kind;
    const bool broad = kind == ValuePlace::Kind::Level || kind == ValuePlace::Kind::Channel;
    switch (condition.test) {
    case Condition::Test::Is: return (broad ? 0.3 : 1.0) / choices;
    case Condition::Test::Code: return 0.8 / choices;
    case Condition::Test::Contains:
    case Condition::Test::StartsWith:
    case Condition::Test::EndsWith:
    case Condition::Test::Matches: return 0.6 / choices;
    case Condition::Test::IsNot:
    case Condition::Test::Present:
    case Condition::Test::Absent: return 0.2;
    }
    return 0;
}

/// 0.5 for provider and id alone; every condition closes part of the gap to 1.
double scoreOf(const MatchRule &rule)
{
    double weight = 0;
    for (const auto &condition : rule.all)
        weight += weightOf(condition);
    return 1 - 0.5 * std::exp2(-weight);
}

std::uint32_t keyOf(std::uint16_t slot, std::uint16_t id)
{
    return std::uint32_t{slot} << 16 | id;
}

// A worker remembers this much, about a megabyte at most: logs say the same things again and again.
constexpr std::size_t AskedRemembered = 1024;
constexpr std::size_t LikesRemembered = 4096;
constexpr std::size_t LongestRemembered = 512;

EventFacts factsOf(const EventRow &row, const EventValues &values, const EventContent &content, const Names &names)
{
    return {.content = values,
        .provider = names.text(row.provider),
        .level = row.level,
        .channel = names.text(row.channel),
        .computer = names.text(row.computer),
        .message = content.message()};
}

bool holdsAll(const MatchRule &rule, const EventFacts &facts)
{
    return std::ranges::all_of(rule.all, [&](const Condition &condition) { return holds(condition, facts); });
}

} // namespace

/// What is asked of rows of one pair of provider names and one id.
struct MatchQuestion {
    Matcher::Slots providers{};
    std::vector<const Matcher::Rule *> rules; ///< never empty
    ContentPlaces places; ///< all that their conditions and the checks of their articles look at
    bool isPlaced = true; ///< false: they look at more than can stand in places
    /// All conditions, where these alone decide: no column does, and no check asks about what each event may name otherwise.
    std::optional<RawConditions> deciding;
    /// By what these answer; filled by the one worker that the question was made for.
    mutable std::vector<std::optional<RowMatch>> answers;

    void addPlaces(const MatchRule &rule)
    {
        for (const Condition &condition : rule.all)
            addPlaces(condition.places);
    }
    void addPlaces(const std::vector<ValuePlace> &asked)
    {
        for (const ValuePlace &place : asked) {
            const auto content = contentPlace(place);
            isPlaced = isPlaced && (content || isOfRow(place));
            if (content && std::ranges::find(places.places, *content) == places.places.end())
                places.places.push_back(*content);
        }
    }
};

Matcher::Matcher(Shelf shelf)
    : m_shelf(std::move(shelf))
    , m_exclusions(m_shelf.size())
{
    for (std::size_t i = 0; i < m_shelf.size(); ++i) {
        const auto number = static_cast<ArticleNumber>(i);
        addRules(number, m_shelf.article(number));
        m_hasSubjects.push_back(std::ranges::any_of(
            m_shelf.article(number).checks, [](const ArticleCheck &check) { return dependsOnEvent(check.question); }));
    }
}

void Matcher::addRules(ArticleNumber number, const Article &article)
{
    for (const auto &rule : article.match) {
        for (const auto &provider : rule.providers) {
            const auto slot = slotFor(provider);
            for (const auto id : rule.ids)
                m_rules[keyOf(slot, id)].push_back({number, &rule, scoreOf(rule)});
        }
    }
    for (const auto &rule : article.notMatch) {
        Exclusion exclusion{.rule = &rule, .providers = {}};
        for (const auto &provider : rule.providers)
            exclusion.providers.push_back(slotFor(provider));
        m_exclusions[static_cast<std::size_t>(number)].push_back(std::move(exclusion));
    }
}

Matcher::Slot Matcher::slotFor(const QString &provider)
{
    const auto next = static_cast<Slot>(m_slots.size() + 1); // before the new entry is made
    auto &slot = m_slots[canonicalProvider(provider)];
    if (slot == 0)
        slot = next;
    return slot;
}

Matcher::Slot Matcher::slotOf(QStringView provider) const
{
    return provider.isEmpty() ? Slot{0} : m_slots.value(canonicalProvider(provider), 0);
}

Matcher::Slot Matcher::slotOf(NameId name, const Names &names, MatchCache &cache) const
{
    const auto index = static_cast<std::size_t>(name);
    if (index >= cache.m_providers.size())
        cache.m_providers.resize(std::max<std::size_t>(names.count(), index + 1));
    auto &known = cache.m_providers[index];
    if (known == 0)
        known = static_cast<std::uint16_t>(slotOf(names.text(name)) + 1);
    return static_cast<Slot>(known - 1);
}

std::vector<const Matcher::Rule *> Matcher::candidates(Slots asked, std::uint16_t id) const
{
    std::vector<const Rule *> rules;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (asked[i] == 0 || (i == 1 && asked[1] == asked[0]))
            continue;
        if (const auto found = m_rules.constFind(keyOf(asked[i], id)); found != m_rules.cend()) {
            for (const auto &rule : *found)
                rules.push_back(&rule);
        }
    }
    return rules;
}

bool Matcher::isExcluded(ArticleNumber article, Slots asked, std::uint16_t id, const EventFacts &facts) const
{
    return std::ranges::any_of(m_exclusions[static_cast<std::size_t>(article)], [&](const Exclusion &exclusion) {
        const auto &[rule, providers] = exclusion;
        const bool ofProvider = providers.empty() || std::ranges::find_first_of(providers, asked) != providers.end();
        const bool ofId = rule->ids.empty() || std::ranges::find(rule->ids, id) != rule->ids.end();
        return ofProvider && ofId && holdsAll(*rule, facts);
    });
}

Matches Matcher::tested(
    const std::vector<const Rule *> &rules, Slots asked, std::uint16_t id, const EventFacts &facts) const
{
    Matches matches;
    for (const auto *rule : rules) {
        if (!holdsAll(*rule->rule, facts) || isExcluded(rule->article, asked, id, facts))
            continue;
        const auto known = std::ranges::find(matches, rule->article, &Match::article);
        if (known == matches.end())
            matches.push_back({rule->article, rule->score});
        else
            known->score = std::max(known->score, rule->score);
    }
    if (matches.size() < 2)
        return matches;
    std::ranges::stable_sort(matches, [this](const Match &a, const Match &b) {
        return a.score > b.score || (a.score == b.score && m_shelf.isOwn(a.article) && !m_shelf.isOwn(b.article));
    });
    return matches;
}

bool MatchCache::Like::is(const EventRow &row, const PlacedValues &values) const
{
    return kind == values.kind && id == row.id && provider == row.provider && sourceName == row.sourceName
        && channel == row.channel && computer == row.computer && level == row.level && values.areIn(bytes);
}

/// What @p answer says of a row, or said of one like it.
template<typename Answer>
const RowMatch &MatchCache::remembered(const EventRow &row, const PlacedValues &values, Answer answer)
{
    const auto alone = [&]() -> const RowMatch & { return m_alone = answer(); };
    if (values.kind == 0)
        return alone();
    // Two for each hash, the one used last first: more rarely do rows that come in turns drive each other out.
    const std::size_t slot = (values.hash() ^ row.id) % (LikesRemembered / 2) * 2;
    Like &like = m_likes[slot];
    if (like.is(row, values))
        return like.match;
    if (values.bytesSize() > LongestRemembered)
        return alone();
    std::swap(like, m_likes[slot + 1]);
    if (!like.is(row, values)) {
        like = {.kind = values.kind,
            .provider = row.provider,
            .sourceName = row.sourceName,
            .channel = row.channel,
            .computer = row.computer,
            .id = row.id,
            .level = row.level,
            .bytes = values.bytes(),
            .match = answer()};
    }
    return like.match;
}

std::shared_ptr<const MatchQuestion> Matcher::makeQuestion(Slots asked, std::uint16_t id) const
{
    auto rules = candidates(asked, id);
    if (rules.empty())
        return nullptr;
    auto question = std::make_shared<MatchQuestion>();
    question->providers = asked;
    question->places.serial = ContentPlaces::nextSerial();
    for (const Rule *rule : rules) {
        question->addPlaces(*rule->rule);
        for (const Exclusion &exclusion : m_exclusions[static_cast<std::size_t>(rule->article)])
            question->addPlaces(*exclusion.rule);
        if (hasSubjects(rule->article))
            question->addPlaces(subjectPlaces(m_shelf.article(rule->article)));
    }
    question->isPlaced =
        question->isPlaced && question->places.places.size() <= ContentPlaces::Most && question->places.serial != 0;
    question->rules = std::move(rules);
    if (question->isPlaced)
        addDeciding(*question);
    return question;
}

/// Leaves it out where more decides.
void Matcher::addDeciding(MatchQuestion &question) const
{
    RawConditions deciding;
    const auto add = [&](const MatchRule &rule) {
        return std::ranges::all_of(
            rule.all, [&](const Condition &condition) { return deciding.add(condition, question.places); });
    };
    const auto addAll = [&](const Rule *rule) {
        return !hasSubjects(rule->article) && add(*rule->rule)
            && std::ranges::all_of(m_exclusions[static_cast<std::size_t>(rule->article)],
                [&](const Exclusion &exclusion) { return add(*exclusion.rule); });
    };
    if (!std::ranges::all_of(question.rules, addAll))
        return;
    question.answers.resize(deciding.answers());
    question.deciding = std::move(deciding);
}

std::shared_ptr<const MatchQuestion> Matcher::question(const EventRow &row, const Names &names, MatchCache &cache) const
{
    if (cache.m_names != names.serial()) {
        cache = {};
        cache.m_names = names.serial();
        cache.m_asked.resize(AskedRemembered);
        cache.m_likes.resize(LikesRemembered);
    }
    const auto hash = (std::uint64_t{std::to_underlying(row.provider)} << 32 | std::to_underlying(row.sourceName))
        * 0xff51afd7ed558ccd;
    MatchCache::Asked &asked = cache.m_asked[(hash >> 40 ^ row.id) & (AskedRemembered - 1)];
    if (!asked.isKnown || asked.provider != row.provider || asked.sourceName != row.sourceName || asked.id != row.id) {
        const Slots providers{slotOf(row.provider, names, cache), slotOf(row.sourceName, names, cache)};
        asked = {.provider = row.provider,
            .sourceName = row.sourceName,
            .id = row.id,
            .isKnown = true,
            .question = makeQuestion(providers, row.id)};
    }
    return asked.question;
}

const RowMatch &Matcher::matched(const MatchQuestion &question, const EventRow &row, const EventContent &content,
    const Names &names, MatchCache &cache) const
{
    if (!question.isPlaced)
        return matchedAlike(question, row, {}, content, names, cache);
    const PlacedValues placed = content.at(question.places);
    if (placed.kind != 0 && question.deciding) {
        if (const auto known = question.deciding->answerFor(placed)) {
            std::optional<RowMatch> &answer = question.answers[*known];
            if (!answer)
                answer = matchPlaced(question, row, content, names);
            return *answer;
        }
    }
    return matchedAlike(question, row, placed, content, names, cache);
}

const RowMatch &Matcher::matchedAlike(const MatchQuestion &question, const EventRow &row, const PlacedValues &placed,
    const EventContent &content, const Names &names, MatchCache &cache) const
{
    if (placed.kind != 0)
        return cache.remembered(row, placed, [&] { return matchPlaced(question, row, content, names); });
    const ContentKey key = content.key();
    const bool isShort = key.bytes.size() <= LongestRemembered;
    const RawValue whole{.data = key.bytes.data(), .size = static_cast<std::uint16_t>(isShort ? key.bytes.size() : 0)};
    return cache.remembered(row, {.kind = isShort ? key.kind : 0, .values = std::span(&whole, 1)},
        [&] { return matchWhole(question, row, content, names); });
}

bool Matcher::looksAtContent(const MatchQuestion &question)
{
    return !question.isPlaced || !question.places.places.empty();
}

/// For the row whose key was just asked for.
RowMatch Matcher::matchPlaced(
    const MatchQuestion &question, const EventRow &row, const EventContent &content, const Names &names) const
{
    static const EventValues nothing;
    const PlacedTexts placed{.places = question.places, .texts = content.texts()};
    return bestOf(question, row.id,
        {.content = nothing,
            .provider = names.text(row.provider),
            .level = row.level,
            .channel = names.text(row.channel),
            .computer = names.text(row.computer),
            .message = {},
            .placed = &placed});
}

RowMatch Matcher::matchWhole(
    const MatchQuestion &question, const EventRow &row, const EventContent &content, const Names &names) const
{
    const EventValues values = content.values();
    return bestOf(question, row.id, factsOf(row, values, content, names));
}

RowMatch Matcher::bestOf(const MatchQuestion &question, std::uint16_t id, const EventFacts &facts) const
{
    const Matches matches = tested(question.rules, question.providers, id, facts);
    if (matches.empty())
        return {};
    const ArticleNumber best = matches.front().article;
    return {.best = best, .subject = hasSubjects(best) ? subjectText(m_shelf.article(best), facts) : QString()};
}

std::unique_ptr<MatchCache> Matcher::takeCache() const
{
    const std::scoped_lock lock(m_cachesMutex);
    if (m_caches.empty())
        return std::make_unique<MatchCache>();
    auto cache = std::move(m_caches.back());
    m_caches.pop_back();
    return cache;
}

void Matcher::giveBack(std::unique_ptr<MatchCache> cache) const
{
    const std::scoped_lock lock(m_cachesMutex);
    m_caches.push_back(std::move(cache));
}

Matches Matcher::match(const EventRow &row, const EventContent &content, const Names &names, MatchCache &cache) const
{
    const auto asked = question(row, names, cache);
    if (!asked)
        return {};
    const EventValues values = content.values();
    return tested(asked->rules, asked->providers, row.id, factsOf(row, values, content, names));
}

Matches Matcher::match(const Event &event) const
{
    const Slots asked{slotOf(event.provider), slotOf(event.sourceName)};
    return tested(candidates(asked, event.id), asked, event.id, factsOf(event));
}

QStringList Matcher::why(ArticleNumber article, const Event &event) const
{
    const Slots asked{slotOf(event.provider), slotOf(event.sourceName)};
    const auto facts = factsOf(event);
    const Rule *best = nullptr;
    for (const auto *rule : candidates(asked, event.id)) {
        if (rule->article == article && holdsAll(*rule->rule, facts) && (!best || rule->score > best->score))
            best = rule;
    }
    if (!best)
        return {};
    const bool byProvider =
        std::ranges::any_of(best->rule->providers, [&](const QString &name) { return slotOf(name) == asked[0]; });
    return whySentences(*best->rule, byProvider ? event.provider : event.sourceName, facts);
}

} // namespace evident
