// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/expressionsearch.h"

#include "store/summarysearch.h"

#include <algorithm>
#include <limits>

namespace evident {

namespace {

constexpr std::size_t KnownTexts = 16'384;
constexpr qsizetype LongestKnownText = 64;
constexpr std::size_t KnownContents = 8'192;
constexpr std::size_t LongestKnownContent = 1'024; // bytes of values
constexpr std::size_t Round = 16'384; // rows
constexpr std::size_t Trial = 512; // of them
constexpr std::size_t WorthAsking =
    Trial / 4; // rows that hold a literal; where there are more, it saves less than it costs

} // namespace

SoughtExpression::SoughtExpression(const QString &expression)
    : text(expression)
    , traits(traitsOf(expression))
{
    for (const QString &literal : traits.literals)
        literals.emplace_back(literal);
}

ExpressionSearch::ExpressionSearch(const SoughtExpression &sought, const Names &names, const Shelf &shelf)
    : m_sought(sought)
    , m_names(names)
    , m_shelf(shelf)
    , m_expression(sought.text)
    , m_inName(names.count())
    , m_inId(std::numeric_limits<std::uint16_t>::max() + 1U)
    , m_inText(KnownTexts)
    , m_inContent(KnownContents)
{
}

std::size_t ExpressionSearch::narrow(
    const EventBatch &batch, std::span<std::uint8_t> passes, const std::atomic_bool &cancelled)
{
    std::vector<std::uint8_t> open(passes.size(), 0);
    std::vector<Matching> told(passes.size(), Matching::No);
    for (std::size_t i = 0; i < passes.size() && !cancelled; ++i) {
        if (passes[i] != 0)
            told[i] = inHead(batch, i);
        open[i] = passes[i] != 0 && told[i] != Matching::Yes ? 1 : 0;
    }
    SummarySearch summaries(
        [this](QStringView summary) { return tried(summary); }, SummarySearch::Pieces::SayNothing, m_shelf, m_names);
    const auto visit = [&](std::size_t index, const EventContent &content) {
        const auto article = bestArticle(batch, index, m_shelf);
        if (mayMatchValues(content))
            told[index] = either(told[index], inContent(batch, index, content, summaries));
        else if (article) // which may hold what values do not
            told[index] = either(told[index], inSummary(*article, batch, index, content, summaries));
    };
    visitContents(batch, open, visit, cancelled);
    std::ranges::transform(told, passes.begin(), [](Matching matching) { return matching == Matching::Yes ? 1 : 0; });
    return static_cast<std::size_t>(std::ranges::count(told, Matching::GivenUp));
}

Matching ExpressionSearch::tried(QStringView text)
{
    return text.isEmpty() ? Matching::No : m_expression.tryOn(text);
}

/// False: neither a value nor a name, nor what joins the two, nor a message.
bool ExpressionSearch::mayMatchValues(const EventContent &content)
{
    if (m_sought.literals.empty())
        return true;
    if (++m_inRound == Round) {
        m_inRound = 0;
        m_held = 0;
    }
    if (m_inRound >= Trial && m_held > WorthAsking)
        return true;
    const auto mayHold = [&](const TextNeedle &literal) { return content.holding(literal) != Holding::Nowhere; };
    const bool mayMatch = std::ranges::any_of(m_sought.literals, mayHold);
    m_held += mayMatch && m_inRound < Trial ? 1 : 0;
    return mayMatch;
}

Matching ExpressionSearch::inHead(const EventBatch &batch, std::size_t index)
{
    const RowKind &kind = batch.kind[index];
    Matching told = inName(kind.provider());
    if (told != Matching::Yes)
        told = either(told, inId(kind.id()));
    if (told != Matching::Yes)
        told = either(told, inName(kind.computer()));
    return told == Matching::Yes ? told : either(told, inName(kind.user()));
}

Matching ExpressionSearch::inName(NameId name)
{
    const auto id = static_cast<std::size_t>(name);
    if (id >= m_inName.size())
        return Matching::No; // read after the search began, as its row was
    if (!m_inName[id])
        m_inName[id] = tried(m_names.text(name));
    return *m_inName[id];
}

Matching ExpressionSearch::inId(std::uint16_t id)
{
    if (!m_inId[id])
        m_inId[id] = tried(QString::number(id));
    return *m_inId[id];
}

Matching ExpressionSearch::inText(QStringView text)
{
    if (text.isEmpty() || text.size() > LongestKnownText)
        return tried(text);
    if (const auto told = m_expression.glance(text))
        return *told;
    KnownText &known = m_inText[qHash(text) % KnownTexts];
    if (known.text != text) {
        known.told = tried(text);
        known.text.resize(0); // keeps its room
        known.text.append(text);
    }
    return known.told;
}

Matching ExpressionSearch::inContent(
    const EventBatch &batch, std::size_t index, const EventContent &content, SummarySearch &summaries)
{
    const auto article = bestArticle(batch, index, m_shelf);
    const auto told = inValues(content, article ? Wanted::Both : Wanted::OneOfThem);
    if (!told)
        return inDecoded(batch, index, decoded(content));
    const Matching oneByOne = told->oneByOne.value_or(Matching::No);
    if (!article || oneByOne == Matching::Yes)
        return either(oneByOne, told->inLines);
    return either(oneByOne, inSummary(*article, batch, index, content, summaries));
}

Matching ExpressionSearch::inSummary(ArticleNumber article, const EventBatch &batch, std::size_t index,
    const EventContent &content, SummarySearch &summaries)
{
    const auto told = summaries.look(article, batch, index, content);
    return told ? *told : tried(rowDescription(batch, index, decoded(content), m_names, m_shelf));
}

/// Nothing where it takes decoding.
std::optional<ExpressionSearch::InValues> ExpressionSearch::inValues(const EventContent &content, Wanted wanted)
{
    const ContentKey key = content.key();
    const bool isKnowable = key.kind != 0 && key.bytes.size() <= LongestKnownContent;
    const std::size_t hash = isKnowable ? qHashBits(key.bytes.data(), key.bytes.size(), key.kind) : 0;
    KnownContent &known = m_inContent[hash % KnownContents];
    const bool isMetAgain = isKnowable && known.hash == hash;
    if (isMetAgain && known.kind == key.kind && std::ranges::equal(known.bytes, key.bytes)
        && (known.told.oneByOne || wanted == Wanted::OneOfThem))
        return known.told;
    if (!content.write(m_lines))
        return {};
    const InValues told = inLines(m_lines, wanted);
    if (isMetAgain) {
        known.kind = key.kind;
        known.bytes.assign(key.bytes.begin(), key.bytes.end());
        known.told = told;
    } else if (isKnowable) {
        known.hash = hash;
        known.kind = 0;
    }
    return told;
}

ExpressionSearch::InValues ExpressionSearch::inLines(const ValueLines &lines, Wanted wanted)
{
    InValues told{.inLines = tried(lines.text)};
    if (told.inLines == Matching::Yes && wanted == Wanted::OneOfThem)
        return told;
    told.oneByOne = Matching::No;
    if (told.inLines == Matching::No && !m_sought.traits.looksAround)
        return told;
    for (const auto &line : lines.lines) {
        if (told.oneByOne != Matching::Yes)
            told.oneByOne = either(*told.oneByOne, either(inText(lines.name(line)), inText(lines.value(line))));
    }
    return told;
}

Matching ExpressionSearch::inDecoded(const EventBatch &batch, std::size_t index, const RowContent &content)
{
    Matching told = tried(content.message);
    for (const EventValue &value : content.values.values) {
        if (told != Matching::Yes && !value.text.isEmpty())
            told = either(told, either(inText(value.text), inText(value.name)));
    }
    return told == Matching::Yes ? told : either(told, tried(rowDescription(batch, index, content, m_names, m_shelf)));
}

} // namespace evident
