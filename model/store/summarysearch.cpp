// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summarysearch.h"

#include "knowledge/filling.h"
#include "knowledge/markdownpieces.h"
#include "knowledge/rulereader.h"

#include <algorithm>

namespace evident {

namespace {

constexpr std::size_t LongestKnown = 512; // bytes of values that are worth remembering
constexpr std::size_t MostKnown = 4096;

} // namespace

std::optional<Matching> SummarySearch::look(
    ArticleNumber article, const EventBatch &batch, std::size_t index, const EventContent &content)
{
    Plan &asked = plan(article);
    if (asked.always)
        return asked.always;
    if (!asked.isPlaced)
        return {};
    const PlacedValues placed = content.at(asked.places);
    if (placed.kind == 0)
        return {};
    const Article &summarised = m_shelf.article(article);
    std::string bytes = asked.namesColumns ? std::string() : placed.bytes();
    if (asked.namesColumns || bytes.size() > LongestKnown)
        return inSummary(summarised, asked, batch, index, content);
    const auto known = asked.known.find(bytes);
    if (known != asked.known.end())
        return known->second;
    const Matching told = inSummary(summarised, asked, batch, index, content);
    if (asked.known.size() < MostKnown)
        asked.known.emplace(std::move(bytes), told);
    return told;
}

SummarySearch::Plan &SummarySearch::plan(ArticleNumber article)
{
    auto found = m_plans.find(article);
    if (found == m_plans.end())
        found = m_plans.emplace(article, makePlan(m_shelf.article(article))).first;
    return found->second;
}

SummarySearch::Plan SummarySearch::makePlan(const Article &article) const
{
    Plan plan;
    const auto names = namesIn(article.summary);
    qsizetype done = 0;
    bool isBetween = false; ///< names
    const bool isWhole = !article.summary.contains(u'('); // brackets around values that are not there are left out
    const auto isIn = [&](QStringView piece) {
        return m_pieces == Pieces::Tell && isWhole && m_look(piece) == Matching::Yes;
    };
    for (const auto &name : names) {
        isBetween = isBetween || isIn(QStringView(article.summary).sliced(done, name.start - done));
        done = name.start + name.length;
        const ValueName *value = valueNamed(article.values, name.name);
        for (const ValuePlace &place : value != nullptr ? value->places : std::vector<ValuePlace>()) {
            const auto content = contentPlace(place);
            plan.namesColumns = plan.namesColumns || isOfRow(place);
            plan.isPlaced = plan.isPlaced && (content || isOfRow(place));
            if (content && std::ranges::find(plan.places.places, *content) == plan.places.places.end())
                plan.places.places.push_back(*content);
        }
    }
    isBetween = isBetween || isIn(QStringView(article.summary).sliced(done));
    if (isBetween)
        plan.always = Matching::Yes;
    else if (names.empty())
        plan.always = m_look(article.summary);
    plan.places.serial = ContentPlaces::nextSerial();
    plan.isPlaced = plan.isPlaced && plan.places.serial != 0 && plan.places.places.size() <= ContentPlaces::Most;
    return plan;
}

Matching SummarySearch::inSummary(const Article &article, const Plan &plan, const EventBatch &batch, std::size_t index,
    const EventContent &content) const
{
    const PlacedTexts placed{.places = plan.places, .texts = content.texts()};
    const EventValues nothing;
    const RowKind &kind = batch.kind[index];
    const EventFacts facts{.content = nothing,
        .provider = m_names.text(kind.provider()),
        .level = kind.level(),
        .channel = m_names.text(kind.channel()),
        .computer = m_names.text(kind.computer()),
        .message = {},
        .placed = &placed};
    return m_look(filledPlain(article.summary, article, facts));
}

} // namespace evident
