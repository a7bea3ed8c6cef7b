// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/classicarticle.h"

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestArticle = 1024 * 1024; ///< the largest that is known has 175 kB
constexpr qsizetype LongestHeading = 100;
constexpr qsizetype ShortestRule = 60; ///< rules that part head, body and foot
constexpr QByteArrayView Magic = "DOCUMENT:Q";
constexpr QByteArrayView Utf8Mark = "\xef\xbb\xbf";

/// The characters of bytes 0x80 to 0x9F.
constexpr std::array<char16_t, 32> Windows1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6,
    0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
    0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

QByteArrayView withoutMark(QByteArrayView bytes)
{
    return bytes.startsWith(Utf8Mark) ? bytes.sliced(Utf8Mark.size()) : bytes;
}

/// The character a line consists of, when it is a line of "=" or of "-".
std::optional<QChar> ruleOf(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.size() < 2 || (text.front() != u'=' && text.front() != u'-'))
        return {};
    return std::ranges::all_of(text, [&](QChar c) { return c == text.front(); }) ? std::optional(text.front())
                                                                                 : std::nullopt;
}

bool isLongRule(QStringView line)
{
    return line.trimmed().size() >= ShortestRule && ruleOf(line);
}

/// What stands behind "WORD   :" or "WORD:" at the begin of @p line.
std::optional<QStringView> behind(QStringView line, QLatin1StringView word)
{
    if (!line.startsWith(word, Qt::CaseInsensitive))
        return {};
    const QStringView rest = line.sliced(word.size()).trimmed();
    return rest.startsWith(u':') ? std::optional(rest.sliced(1).trimmed()) : std::nullopt;
}

class Reader {
public:
    explicit Reader(QStringView text)
        : m_lines(text.split(u'\n'))
    {
        for (auto &line : m_lines) {
            if (line.endsWith(u'\r'))
                line.chop(1);
        }
    }
    ClassicArticle read();

private:
    void readHead();
    void readDocumentLine(QStringView rest);
    void readAppliesTo();
    void readBody();
    void readFoot();
    [[nodiscard]] bool isHeading(qsizetype at) const;
    [[nodiscard]] bool beginsFoot(qsizetype at) const;
    void addSection(QString heading, int depth, qsizetype begin, qsizetype end);

    QList<QStringView> m_lines;
    qsizetype m_at = 0;
    ClassicArticle m_article;
};

ClassicArticle Reader::read()
{
    readHead();
    readAppliesTo();
    readBody();
    readFoot();
    return std::move(m_article);
}

void Reader::readDocumentLine(QStringView rest)
{
    const auto words = rest.toString().simplified().split(u' ');
    m_article.number = words.value(0);
    m_article.date = words.value(1);
    m_article.group = words.value(2).remove(u'[').remove(u']');
}

void Reader::readHead()
{
    struct Field {
        QLatin1StringView word;
        QString ClassicArticle::*into;
    };
    static constexpr std::array fields{Field{"TITLE"_L1, &ClassicArticle::title},
        Field{"PRODUCT"_L1, &ClassicArticle::product}, Field{"PROD/VER"_L1, &ClassicArticle::versions},
        Field{"KEYWORDS"_L1, &ClassicArticle::keywords}};
    for (; m_at < m_lines.size() && !isLongRule(m_lines[m_at]); ++m_at) {
        if (const auto rest = behind(m_lines[m_at], "DOCUMENT"_L1); rest && m_article.number.isEmpty())
            readDocumentLine(*rest);
        for (const auto &[word, into] : fields) {
            if (const auto rest = behind(m_lines[m_at], word); rest && (m_article.*into).isEmpty())
                m_article.*into = rest->toString();
        }
    }
}

void Reader::readAppliesTo()
{
    qsizetype at = m_at;
    while (at < m_lines.size() && (isLongRule(m_lines[at]) || m_lines[at].trimmed().isEmpty()))
        ++at;
    if (at >= m_lines.size() || !m_lines[at].startsWith("The information in this article applies to"_L1))
        return;
    for (++at; at < m_lines.size() && !isLongRule(m_lines[at]) && !isHeading(at); ++at) {
        const QStringView line = m_lines[at].trimmed();
        if (line.startsWith("- "_L1))
            m_article.appliesTo.append(line.sliced(2).trimmed().toString());
        else if (!line.isEmpty() && !m_article.appliesTo.isEmpty())
            m_article.appliesTo.last().append(u' ').append(line);
    }
    m_at = at;
}

/// A line is a heading when the next one underlines it, exactly as long as it is.
bool Reader::isHeading(qsizetype at) const
{
    if (at + 1 >= m_lines.size())
        return false;
    const QStringView line = m_lines[at];
    return !line.isEmpty() && !line.front().isSpace() && line.size() <= LongestHeading && !ruleOf(line)
        && m_lines[at + 1].trimmed().size() == line.trimmed().size() && ruleOf(m_lines[at + 1]);
}

bool Reader::beginsFoot(qsizetype at) const
{
    const QStringView line = m_lines[at];
    if (line.startsWith("Additional query words"_L1, Qt::CaseInsensitive)
        || line.startsWith("THE INFORMATION PROVIDED IN THE MICROSOFT"_L1))
        return true;
    return isLongRule(line) && at + 1 < m_lines.size() && behind(m_lines[at + 1], "Keywords"_L1);
}

void Reader::addSection(QString heading, int depth, qsizetype begin, qsizetype end)
{
    while (begin < end && m_lines[begin].trimmed().isEmpty())
        ++begin;
    while (end > begin && m_lines[end - 1].trimmed().isEmpty())
        --end;
    QString text;
    for (qsizetype at = begin; at < end; ++at) {
        text += m_lines[at];
        if (at + 1 < end)
            text += u'\n';
    }
    if (!heading.isEmpty() || !text.isEmpty())
        m_article.sections.push_back({std::move(heading), depth, std::move(text)});
}

void Reader::readBody()
{
    while (m_at < m_lines.size() && isLongRule(m_lines[m_at]))
        ++m_at;
    QString heading;
    int depth = 1;
    qsizetype begin = m_at;
    for (; m_at < m_lines.size() && !beginsFoot(m_at); ++m_at) {
        if (!isHeading(m_at))
            continue;
        addSection(heading, depth, begin, m_at);
        heading = m_lines[m_at].trimmed().toString();
        depth = ruleOf(m_lines[m_at + 1]) == u'=' ? 1 : 2;
        begin = ++m_at + 1;
    }
    addSection(heading, depth, begin, std::min(m_at, m_lines.size()));
}

void Reader::readFoot()
{
    for (; m_at < m_lines.size(); ++m_at) {
        if (const auto words = behind(m_lines[m_at], "Additional query words"_L1))
            m_article.queryWords = (m_article.queryWords + u' ' + words->toString()).simplified();
        if (const auto words = behind(m_lines[m_at], "Keywords"_L1); words && m_article.keywords.isEmpty())
            m_article.keywords = words->toString();
        if (m_lines[m_at].startsWith("THE INFORMATION PROVIDED"_L1))
            break;
    }
    QStringList disclaimer;
    for (; m_at < m_lines.size(); ++m_at)
        disclaimer.append(m_lines[m_at].toString());
    m_article.disclaimer = disclaimer.join(u'\n').trimmed();
}

} // namespace

bool sniffClassicArticle(QByteArrayView head)
{
    return withoutMark(head).startsWith(Magic);
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, text.begin(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value >= 0x80 && value < 0xA0 ? QChar(Windows1252[value - 0x80]) : QChar(static_cast<char16_t>(value));
    });
    return text;
}

Result<ClassicArticle> parseClassicArticle(QByteArrayView file)
{
    if (!sniffClassicArticle(file))
        return failure(ErrorCode::BadArticle, "a classic article", {.source = {}, .offset = 0});
    if (file.size() > LargestArticle)
        return failure(ErrorCode::TooLarge, "a classic article");
    const QString text = fromWindows1252(withoutMark(file));
    auto article = Reader(text).read();
    const QStringView digits = QStringView(article.number).sliced(1);
    const bool isNumber = !digits.isEmpty() && digits.size() <= 9
        && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber)
        return failure(ErrorCode::BadArticle, "a classic article's number", {.source = {}, .offset = 0});
    return article;
}

} // namespace evident
