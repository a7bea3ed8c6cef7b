// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/expressiontraits.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

constexpr bool isAsciiLetterOrDigit(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Reads an expression once from left to right. Whatever it does not know makes it give up.
class Scan {
public:
    explicit Scan(QStringView expression)
        : m_rest(expression)
    {
    }
    ExpressionTraits traits()
    {
        m_looksAround = false;
        alternatives();
        if (!m_isKnown || !m_rest.isEmpty()) // a parenthesis too many
            return {};
        return {.literal = m_inside.hasChoice ? QString() : m_inside.longest, .looksAround = m_looksAround};
    }

private:
    static constexpr int Deepest = 100;
    enum class Times : std::uint8_t { Once, OnceOrMore, Any };
    /// What is known of a group, or of what stands outside of all.
    struct Inside {
        bool hasChoice = false;
        QString longest; ///< of what each of its choices holds
    };

    /// Up to the end or the closing parenthesis.
    void alternatives();
    void atom();
    void escape();
    void characterClass();
    void group();
    void option();
    void name(char16_t end);
    [[nodiscard]] Times times();
    void literal(char16_t c);
    void something();
    void endRun();

    [[nodiscard]] bool skip(QStringView text)
    {
        const bool isThere = m_rest.startsWith(text);
        if (isThere)
            m_rest = m_rest.sliced(text.size());
        return isThere;
    }
    char16_t take()
    {
        if (m_rest.isEmpty())
            return give();
        const char16_t c = m_rest.front().unicode();
        m_rest = m_rest.sliced(1);
        return c;
    }
    /// Up, that is.
    char16_t give()
    {
        m_isKnown = false;
        return 0;
    }

    QStringView m_rest;
    bool m_isKnown = true;
    bool m_looksAround = true;
    int m_depth = 0;
    Inside m_inside; ///< of the innermost group
    QString m_run; ///< characters that must stand one behind the other
};

void Scan::alternatives()
{
    while (m_isKnown && !m_rest.isEmpty() && m_rest.front() != u')') {
        if (skip(u"|"))
            m_inside.hasChoice = true;
        else
            atom();
    }
    endRun();
}

void Scan::atom()
{
    const char16_t c = take();
    switch (c) {
    case u'\\': return escape();
    case u'[': return characterClass();
    case u'(': return group();
    case u'.': return something();
    case u'^':
    case u'$': m_looksAround = true; return something();
    case u'*':
    case u'+':
    case u'?':
    case u'{': give(); return;
    default: c >= u' ' && c <= u'~' ? literal(c) : something();
    }
}

void Scan::escape()
{
    constexpr QStringView OfOneCharacter = u"dDwWsShHvVtnrfea";
    constexpr QStringView Beside = u"AZzGRXK";
    const char16_t c = take();
    if (c == u'p' || c == u'P') {
        if (skip(u"{"))
            name(u'}');
        else
            take();
        something();
    } else if (OfOneCharacter.contains(c) || c == u'b' || c == u'B') {
        something();
    } else if (Beside.contains(c)) {
        m_looksAround = true;
        something();
    } else if (c > u' ' && c <= u'~' && !isAsciiLetterOrDigit(c)) {
        literal(c);
    } else {
        give();
    }
}

void Scan::characterClass()
{
    static_cast<void>(skip(u"^"));
    static_cast<void>(skip(u"]"));
    for (char16_t c = take(); m_isKnown && c != u']'; c = take()) {
        if (c == u'\\') {
            const char16_t escaped = take();
            if (escaped == u'c' || escaped == u'Q' || escaped == u'E')
                give();
        } else if (c == u'[') {
            if (skip(u":")) {
                static_cast<void>(skip(u"^"));
                name(u':');
                if (!skip(u"]"))
                    give();
            } else if (m_rest.startsWith(u'.') || m_rest.startsWith(u'=')) {
                give();
            }
        }
    }
    something();
}

void Scan::group()
{
    if (skip(u"*")) {
        give();
        return;
    }
    bool isThere = true; ///< for certain in what matches
    if (skip(u"?")) {
        if (skip(u"P<") || (m_rest.size() > 1 && m_rest[1].isLetter() && skip(u"<")))
            name(u'>');
        else if (skip(u"'"))
            name(u'\'');
        else if (skip(u">"))
            m_looksAround = true;
        else if (skip(u"=") || skip(u"!") || skip(u"<=") || skip(u"<!"))
            isThere = false;
        else
            option();
        m_looksAround = m_looksAround || !isThere;
        if (skip(u")")) // as in "(?i)": for what follows
            return;
    }
    if (!m_isKnown || ++m_depth > Deepest) {
        give();
        return;
    }
    endRun();
    Inside outside = std::exchange(m_inside, {});
    alternatives();
    --m_depth;
    if (!skip(u")"))
        give();
    const Inside group = std::exchange(m_inside, std::move(outside));
    if (times() != Times::Any && isThere && !group.hasChoice)
        m_run = group.longest;
    endRun();
}

/// Those that leave alone what is a character of the expression and what is not.
void Scan::option()
{
    while (!m_rest.isEmpty() && QStringView(u"ims-").contains(m_rest.front()))
        m_rest = m_rest.sliced(1);
    if (!skip(u":") && !m_rest.startsWith(u')'))
        give();
}

void Scan::name(char16_t end)
{
    for (char16_t c = take(); m_isKnown && c != end; c = take()) {
        if (!isAsciiLetterOrDigit(c) && c != u'_' && c != u'^')
            give();
    }
}

Scan::Times Scan::times()
{
    Times times = Times::Once;
    for (bool goesOn = true; goesOn && m_isKnown;) {
        if (skip(u"*") || skip(u"?")) {
            times = Times::Any;
        } else if (skip(u"+")) {
            times = times == Times::Once ? Times::OnceOrMore : times;
        } else if (skip(u"{")) {
            const qsizetype end = m_rest.indexOf(u'}');
            const QStringView numbers = m_rest.first(std::max<qsizetype>(end, 0));
            const auto isOfThem = [](QChar c) { return QStringView(u"0123456789, ").contains(c); };
            if (numbers.isEmpty() || !std::ranges::all_of(numbers, isOfThem))
                give();
            else
                m_rest = m_rest.sliced(end + 1);
            const bool isNeeded = numbers.split(u',').front().trimmed().toInt() > 0;
            times = isNeeded && times != Times::Any ? Times::OnceOrMore : Times::Any;
        } else {
            goesOn = false;
        }
        if (goesOn && !skip(u"?") && skip(u"+"))
            m_looksAround = true;
    }
    return times;
}

void Scan::literal(char16_t c)
{
    const Times many = times();
    if (many != Times::Any)
        m_run += QChar(c);
    if (many != Times::Once)
        endRun();
}

/// One or more characters that are not told.
void Scan::something()
{
    static_cast<void>(times());
    endRun();
}

void Scan::endRun()
{
    if (m_run.size() > m_inside.longest.size())
        m_inside.longest = m_run;
    m_run.clear();
}

} // namespace

ExpressionTraits traitsOf(QStringView expression)
{
    return Scan(expression).traits();
}

} // namespace evident
