// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articlepack.h"

#include "bytes/qtbytes.h"

#include <algorithm>
#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Magic("EVAP");
constexpr std::uint16_t Version = 3;
constexpr std::size_t HeadSize = 4 + 2 + 2 + 4; ///< the least a pack can have

class PackWriter {
public:
    template<typename T>
    void number(T value)
    {
        m_bytes.append(
            reinterpret_cast<const char *>(&value), sizeof value); // every platform we build for is little-endian
    }
    template<typename Enum>
    void word(Enum value)
    {
        number(std::to_underlying(value));
    }
    void text(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(static_cast<std::uint32_t>(utf8.size()));
        m_bytes += utf8;
    }
    template<typename List, typename Write>
    void list(const List &items, Write write)
    {
        number(static_cast<std::uint16_t>(items.size()));
        for (const auto &item : items)
            write(item);
    }
    void texts(const QStringList &items)
    {
        list(items, [this](const QString &item) { text(item); });
    }
    void sized(const PackWriter &part)
    {
        number(static_cast<std::uint32_t>(part.m_bytes.size()));
        m_bytes += part.m_bytes;
    }
    void raw(QByteArrayView bytes) { m_bytes += bytes; }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

class PackReader {
public:
    explicit PackReader(Bytes bytes)
        : m_cursor(bytes)
    {
    }

    template<typename T>
    T number()
    {
        return m_cursor.number<T>();
    }
    /// An enumerator up to @p last; anything else is a failure.
    template<typename Enum>
    Enum word(Enum last)
    {
        const auto value = m_cursor.number<std::underlying_type_t<Enum>>();
        if (value > std::to_underlying(last)) {
            m_bad = true;
            return {};
        }
        return static_cast<Enum>(value);
    }
    QString text()
    {
        const auto bytes = m_cursor.take(m_cursor.u32());
        return QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }
    template<typename List, typename Read>
    void list(List &items, Read read)
    {
        const auto count = m_cursor.u16();
        if (count > m_cursor.left()) { // every item takes a byte at least
            m_bad = true;
            return;
        }
        items.reserve(count);
        for (std::uint16_t i = 0; i < count && !failed(); ++i)
            items.push_back(read());
    }
    QStringList texts()
    {
        QStringList items;
        list(items, [this] { return text(); });
        return items;
    }
    /// What was read cannot be right.
    void refuse() { m_bad = true; }
    PackReader sized() { return PackReader(m_cursor.take(m_cursor.u32())); }
    [[nodiscard]] bool failed() const { return m_bad || m_cursor.failed(); }
    [[nodiscard]] std::size_t position() const { return m_cursor.position(); }

private:
    Cursor m_cursor;
    bool m_bad = false;
};

void writePlace(PackWriter &out, const ValuePlace &place)
{
    out.word(place.kind);
    out.number(place.number);
    out.text(place.name);
}

ValuePlace readPlace(PackReader &in)
{
    ValuePlace place;
    place.kind = in.word(ValuePlace::Kind::TextPart);
    place.number = in.number<std::uint16_t>();
    place.name = in.text();
    if (place.kind == ValuePlace::Kind::TextPart)
        place.pattern = QRegularExpression(
            place.name, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return place;
}

void writeRule(PackWriter &out, const MatchRule &rule)
{
    out.texts(rule.providers);
    out.list(rule.ids, [&](std::uint16_t id) { out.number(id); });
    out.list(rule.all, [&](const Condition &condition) {
        out.list(condition.places, [&](const ValuePlace &place) { writePlace(out, place); });
        out.word(condition.test);
        out.texts(condition.values);
    });
}

Condition readCondition(PackReader &in)
{
    Condition condition;
    in.list(condition.places, [&] { return readPlace(in); });
    condition.test = in.word(Condition::Test::Absent);
    condition.values = in.texts();
    if (condition.test == Condition::Test::Matches)
        condition.pattern = QRegularExpression(condition.values.value(0),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return condition;
}

MatchRule readRule(PackReader &in)
{
    MatchRule rule;
    rule.providers = in.texts();
    in.list(rule.ids, [&] { return in.number<std::uint16_t>(); });
    in.list(rule.all, [&] { return readCondition(in); });
    return rule;
}

void writeQuestion(PackWriter &out, const CheckQuestion &question)
{
    out.word(question.kind);
    out.text(question.service);
    out.text(question.key);
    out.text(question.name);
    out.texts(question.wanted);
    out.text(question.source);
    out.list(question.ids, [&](std::uint16_t id) { out.number(id); });
    out.number(question.minutes);
    out.text(question.path);
    out.list(question.parts, [&](const CheckQuestion &part) { writeQuestion(out, part); });
}

CheckQuestion readQuestion(PackReader &in, int depth)
{
    CheckQuestion question{.kind = in.word(CheckQuestion::Kind::AnyOf)};
    question.service = in.text();
    question.key = in.text();
    question.name = in.text();
    question.wanted = in.texts();
    question.source = in.text();
    in.list(question.ids, [&] { return in.number<std::uint16_t>(); });
    question.minutes = in.number<std::uint16_t>();
    question.path = in.text();
    if (depth > CheckQuestion::MostJoins)
        in.refuse();
    else
        in.list(question.parts, [&] { return readQuestion(in, depth + 1); });
    return question;
}

void writeShared(PackWriter &out, const Article &article)
{
    out.text(article.id);
    out.word(article.verdict);
    out.list(article.match, [&](const MatchRule &rule) { writeRule(out, rule); });
    out.list(article.notMatch, [&](const MatchRule &rule) { writeRule(out, rule); });
    out.list(article.values, [&](const ValueName &value) {
        out.text(value.name);
        out.list(value.places, [&](const ValuePlace &place) { writePlace(out, place); });
    });
    out.list(article.checks, [&](const ArticleCheck &check) {
        writeQuestion(out, check.question);
        out.word(check.yes.conclusion);
        out.word(check.no.conclusion);
    });
    out.texts(article.appliesTo);
    out.list(article.sources, [&](const ArticleSource &source) {
        out.text(source.title);
        out.text(source.address);
    });
    out.texts(article.keywords);
}

void readShared(PackReader &in, Article &article)
{
    article.id = in.text();
    article.verdict = in.word(Verdict::Harmless);
    in.list(article.match, [&] { return readRule(in); });
    in.list(article.notMatch, [&] { return readRule(in); });
    in.list(article.values, [&] {
        ValueName value{.name = in.text(), .places = {}};
        in.list(value.places, [&] { return readPlace(in); });
        return value;
    });
    in.list(article.checks, [&] {
        ArticleCheck check{.question = readQuestion(in, 0)};
        check.yes.conclusion = in.word(ConclusionKind::NotConfirmed);
        check.no.conclusion = in.word(ConclusionKind::NotConfirmed);
        return check;
    });
    article.appliesTo = in.texts();
    in.list(article.sources, [&] {
        ArticleSource source{.title = in.text(), .address = {}};
        source.address = in.text();
        return source;
    });
    article.keywords = in.texts();
}

PackWriter written(const ArticleProse &prose)
{
    PackWriter out;
    out.text(prose.title);
    out.text(prose.summary);
    out.texts(prose.keywords);
    out.list(prose.checks, [&](const ArticleProse::Check &check) {
        out.text(check.yes);
        out.text(check.no);
        out.text(check.unknown);
    });
    for (const auto &section : prose.sections)
        out.text(section);
    return out;
}

bool readProse(PackReader in, Article &article)
{
    article.title = in.text();
    article.summary = in.text();
    article.keywords += in.texts();
    const auto checks = in.number<std::uint16_t>();
    for (std::size_t i = 0; i < article.checks.size() && i < checks; ++i) {
        article.checks[i].yes.sentence = in.text();
        article.checks[i].no.sentence = in.text();
        article.checks[i].unknown = in.text();
    }
    for (auto &section : article.sections)
        section = in.text();
    return !in.failed() && checks == article.checks.size();
}

std::shared_ptr<const Article> readArticle(PackReader in, std::uint16_t language)
{
    auto article = std::make_shared<Article>();
    readShared(in, *article);
    const auto texts = in.number<std::uint16_t>();
    std::optional<PackReader> prose;
    for (std::uint16_t i = 0; i < texts && !in.failed(); ++i) {
        const auto one = in.number<std::uint16_t>();
        const PackReader text = in.sized();
        if (one == 0 || one == language)
            prose = text; // English comes first and gives way to the language wanted
    }
    return prose && !in.failed() && readProse(*prose, *article) ? article : nullptr;
}

/// The place of @p wanted among the pack's languages, 0 (English) when it has none.
std::uint16_t languageIndex(const QStringList &languages, const QString &wanted)
{
    const QString plain = wanted.section(u'_', 0, 0).section(u'-', 0, 0);
    const auto index = languages.indexOf(plain, 0, Qt::CaseInsensitive);
    return index > 0 ? static_cast<std::uint16_t>(index) : std::uint16_t{0};
}

} // namespace

QByteArray packArticles(const std::vector<PackedArticle> &articles)
{
    QStringList languages{QString()}; // English has no code and number 0
    for (const auto &packed : articles) {
        for (const auto &language : packed.translations.keys()) {
            if (!languages.contains(language))
                languages += language;
        }
    }
    std::sort(languages.begin(), languages.end());
    PackWriter out;
    out.raw(Magic);
    out.number(Version);
    out.texts(languages);
    out.number(static_cast<std::uint32_t>(articles.size()));
    for (const auto &packed : articles) {
        PackWriter one;
        writeShared(one, packed.article);
        one.number(static_cast<std::uint16_t>(packed.translations.size() + 1));
        one.number(std::uint16_t{0});
        one.sized(written(proseOf(packed.article)));
        for (qsizetype i = 1; i < languages.size(); ++i) {
            if (const auto found = packed.translations.constFind(languages[i]); found != packed.translations.cend()) {
                one.number(static_cast<std::uint16_t>(i));
                one.sized(written(*found));
            }
        }
        out.sized(one);
    }
    return out.bytes();
}

Result<std::vector<std::shared_ptr<const Article>>> unpackArticles(const QByteArray &pack, const QString &language)
{
    if (!pack.startsWith(Magic))
        return failure(ErrorCode::BadMagic, "article pack");
    PackReader in(viewOf(pack));
    (void)in.number<std::uint32_t>();
    if (in.number<std::uint16_t>() != Version)
        return failure(ErrorCode::UnsupportedVersion, "article pack");
    const auto wanted = languageIndex(in.texts(), language);
    const auto count = in.number<std::uint32_t>();
    if (in.failed())
        return failure(ErrorCode::BadArticle, "head of the article pack",
            {.source = {}, .offset = static_cast<std::int64_t>(in.position()), .record = -1});
    std::vector<std::shared_ptr<const Article>> articles;
    articles.reserve(std::min<std::size_t>(count, static_cast<std::size_t>(pack.size()) / HeadSize));
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto offset = static_cast<std::int64_t>(in.position());
        auto article = readArticle(in.sized(), wanted);
        if (!article)
            return failure(ErrorCode::BadArticle, "article in the pack", {.source = {}, .offset = offset, .record = i});
        articles.push_back(std::move(article));
    }
    return articles;
}

} // namespace evident
