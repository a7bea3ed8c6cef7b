// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/markdown.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

bool isAsciiPunctuation(QChar c)
{
    const char16_t u = c.unicode();
    return u > 0x20 && u < 0x7F && !c.isLetterOrNumber();
}

qsizetype runLength(QStringView text, qsizetype at, QChar of)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == of)
        ++end;
    return end - at;
}

QString safeLink(const QString &target)
{
    const QUrl url(target.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return web && url.isValid() && !url.host().isEmpty() ? url.toString(QUrl::FullyEncoded) : QString();
}

/// Walks once through the text; every step moves on, whatever the text is.
class InlineReader {
public:
    explicit InlineReader(QStringView text)
        : m_text(text)
    {
    }

    TextRuns read()
    {
        while (m_at < m_text.size())
            step();
        flush();
        return std::move(m_runs);
    }

private:
    void step()
    {
        const QChar c = m_text[m_at];
        if (c == u'\\' && m_at + 1 < m_text.size() && isAsciiPunctuation(m_text[m_at + 1])) {
            m_pending.text += m_text[m_at + 1];
            m_at += 2;
        } else if (c == u'`') {
            codeSpan();
        } else if (c == u'*' || c == u'_') {
            emphasis(c);
        } else if (c != u'[' || !link()) {
            m_pending.text += c;
            ++m_at;
        }
    }

    void flush()
    {
        if (!m_pending.text.isEmpty())
            m_runs.push_back(m_pending);
        m_pending.text.clear();
    }

    /// A span ends at the next run of just as many backticks; without one they are plain text.
    void codeSpan()
    {
        const qsizetype ticks = runLength(m_text, m_at, u'`');
        qsizetype end = m_at + ticks;
        for (qsizetype length = 0; end < m_text.size(); end += std::max<qsizetype>(length, 1)) {
            length = runLength(m_text, end, u'`');
            if (length == ticks)
                break;
        }
        const auto body = m_text.sliced(m_at + ticks, std::min(end, m_text.size()) - m_at - ticks);
        if (end >= m_text.size()) {
            m_pending.text += m_text.sliced(m_at, ticks);
            m_at += ticks;
            return;
        }
        flush();
        TextRun run = m_pending;
        run.code = true;
        const bool padded = body.size() > 2 && body.front() == u' ' && body.back() == u' ' && !body.trimmed().isEmpty();
        run.text = (padded ? body.sliced(1, body.size() - 2) : body).toString();
        m_runs.push_back(run);
        m_at = end + ticks;
    }

    /// One mark turns italic on and off, two turn bold; an underscore inside a word is itself.
    void emphasis(QChar mark)
    {
        const qsizetype marks = runLength(m_text, m_at, mark);
        const bool spaceAfter = m_at + marks >= m_text.size() || m_text[m_at + marks].isSpace();
        const bool wordBefore = m_at > 0 && m_text[m_at - 1].isLetterOrNumber();
        const bool wordAfter = m_at + marks < m_text.size() && m_text[m_at + marks].isLetterOrNumber();
        const bool open = marks >= 2 ? m_pending.bold : m_pending.italic;
        const bool inWord = mark == u'_' && wordBefore && wordAfter;
        if (marks > 3 || inWord || (!open && (spaceAfter || !closes(mark, marks)))) {
            m_pending.text += m_text.sliced(m_at, marks);
        } else {
            flush();
            m_pending.bold ^= marks >= 2;
            m_pending.italic ^= marks != 2;
        }
        m_at += marks;
    }

    /// Whether the same marks come again behind @c m_at; looked for at most so far that hostile text costs no time.
    [[nodiscard]] bool closes(QChar mark, qsizetype marks) const
    {
        constexpr qsizetype Farthest = 2000;
        const qsizetype from = m_at + marks;
        const auto rest = m_text.sliced(from, std::min(Farthest, m_text.size() - from));
        return rest.contains(QString(marks, mark));
    }

    /// [text](address); answers false when it is none.
    bool link()
    {
        constexpr qsizetype Longest = 2000;
        const auto text = m_text.sliced(m_at, std::min(Longest, m_text.size() - m_at));
        const qsizetype close = text.indexOf("]("_L1);
        const qsizetype end = close < 0 ? -1 : text.indexOf(u')', close);
        if (end < 0)
            return false;
        flush();
        const QString address = safeLink(text.sliced(close + 2, end - close - 2).toString());
        for (TextRun run : InlineReader(text.sliced(1, close - 1)).read()) {
            run.bold |= m_pending.bold;
            run.italic |= m_pending.italic;
            run.link = address;
            m_runs.push_back(std::move(run));
        }
        m_at += end + 1;
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    TextRun m_pending; ///< text not yet flushed, in the style that holds now
    TextRuns m_runs;
};

} // namespace

TextRuns readInline(const QString &text)
{
    return InlineReader(text).read();
}

QString plainText(const TextRuns &runs)
{
    QString text;
    for (const TextRun &run : runs)
        text += run.text;
    return text;
}

} // namespace evident
