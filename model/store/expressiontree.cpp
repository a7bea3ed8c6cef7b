// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/expressiontree.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringBuilder>

#include <algorithm>
#include <utility>

namespace evident {

namespace {

using Part = ExpressionPart;
using Kind = ExpressionPart::Kind;
using Place = ExpressionPart::Place;

constexpr bool isAsciiDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}
constexpr bool isAsciiLetterOrDigit(char16_t c)
{
    return isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
constexpr bool isOfCount(char16_t c)
{
    return isAsciiDigit(c) || c == u',' || c == u' ' || c == u'\t';
}
constexpr bool isPrintable(char16_t c)
{
    return c >= u' ' && c <= u'~';
}

/// Reads an expression once from left to right. Whatever it does not know makes it give up.
class Parser {
public:
    explicit Parser(QStringView expression)
        : m_rest(expression)
    {
    }
    std::optional<ExpressionTree> tree()
    {
        m_tree.whole = alternatives();
        if (!m_isKnown || !m_rest.isEmpty()) // a parenthesis too many
            return {};
        return std::move(m_tree);
    }

private:
    static constexpr int Deepest = 100;
    static constexpr qsizetype MostDigits = 6;
    static constexpr int MostReferences = 4; // each makes the tree larger
    /// How what follows is meant: "(?i)", up to the end of the group.
    struct Options {
        bool anyCase = true;
        bool manyLines = true;
        bool dotIsAll = false;
        bool operator==(const Options &) const = default;
    };
    struct Group {
        Part part;
        Options options; ///< within
        bool isClosed = false;
    };

    /// Up to the end or the closing parenthesis.
    [[nodiscard]] Part alternatives();
    [[nodiscard]] Part piece();
    [[nodiscard]] Part atom();
    [[nodiscard]] Part escape();
    [[nodiscard]] Part backReference(char16_t digit);
    [[nodiscard]] Part numbered();
    [[nodiscard]] Part characterClass();
    [[nodiscard]] Part group();
    [[nodiscard]] Part inside();
    void option();
    void name(char16_t end);
    [[nodiscard]] Part repeated(Part part);
    [[nodiscard]] bool times(Part &repeat);
    [[nodiscard]] std::optional<int> number();
    [[nodiscard]] Part literal(char16_t c) const;
    [[nodiscard]] Part oneOf(QStringView atom, bool mayBeOther);
    [[nodiscard]] Part at(Place place, bool looksAround);
    [[nodiscard]] Part anything();

    [[nodiscard]] bool skip(QStringView text)
    {
        const bool isThere = m_rest.startsWith(text);
        if (isThere)
            m_rest = m_rest.sliced(text.size());
        return isThere;
    }
    char16_t take()
    {
        if (m_rest.isEmpty()) {
            give();
            return 0;
        }
        const char16_t c = m_rest.front().unicode();
        m_rest = m_rest.sliced(1);
        return c;
    }
    /// Up, that is.
    Part give()
    {
        m_isKnown = false;
        return {};
    }
    /// What stands between @p from, which m_rest was, and what is left.
    [[nodiscard]] QStringView since(QStringView from) const { return from.first(from.size() - m_rest.size()); }

    QStringView m_rest;
    bool m_isKnown = true;
    int m_depth = 0;
    int m_references = 0;
    Options m_options;
    std::vector<Group> m_groups; ///< those that can be referred to
    QHash<QString, CharacterSet> m_sets; ///< by their words and options
    ExpressionTree m_tree;
};

Part Parser::alternatives()
{
    Part choice{.kind = Kind::Choice, .parts = std::vector<Part>(1)};
    while (m_isKnown && !m_rest.isEmpty() && m_rest.front() != u')') {
        if (skip(u"|"))
            choice.parts.emplace_back();
        else
            choice.parts.back().parts.push_back(piece());
    }
    if (choice.parts.size() > 1)
        return choice;
    Part only = std::move(choice.parts.front());
    return only;
}

Part Parser::piece()
{
    return repeated(atom());
}

Part Parser::atom()
{
    const QStringView from = m_rest;
    const char16_t c = take();
    switch (c) {
    case u'\\': return escape();
    case u'[': return characterClass();
    case u'(': return group();
    case u'.': return oneOf(since(from), true);
    case u'^': return at(m_options.manyLines ? Place::LineBegin : Place::TextBegin, true);
    case u'$':
        m_tree.isExact = m_tree.isExact && m_options.manyLines; // or else before the last line's end, too
        return at(Place::LineEnd, true);
    case u'*':
    case u'+':
    case u'?': return give();
    case u'{':
        // Versions differ where it might be a number of times.
        return m_rest.isEmpty() || isOfCount(m_rest.front().unicode()) ? give() : literal(c);
    default: return literal(c);
    }
}

Part Parser::escape()
{
    constexpr QStringView OfOneCharacter = u"dDwWsShHvVN";
    constexpr QStringView Controls = u"tnrfea";
    const char16_t c = take();
    const QString words = u"\\" % QChar(c);
    if (c == u'p' || c == u'P') {
        const QStringView from = m_rest;
        if (skip(u"{"))
            name(u'}');
        else
            take();
        return m_isKnown ? oneOf(QString(words % since(from)), true) : Part{};
    }
    if (c == u'N' && m_rest.startsWith(u'{'))
        return give();
    if (OfOneCharacter.contains(c))
        return oneOf(words, true);
    if (Controls.contains(c))
        return oneOf(words, false);
    if (c == u'x')
        return numbered();
    if (c >= u'1' && c <= u'9')
        return backReference(c);
    switch (c) {
    case u'b': return at(Place::WordEdge, false);
    case u'B': return at(Place::NoWordEdge, false);
    case u'A': return at(Place::TextBegin, true);
    case u'z': return at(Place::TextEnd, true);
    case u'Z': m_tree.isExact = false; return at(Place::LineEnd, true);
    case u'G':
    case u'K':
        m_tree.isExact = false;
        m_tree.looksAround = true;
        return {};
    case u'R':
    case u'X': m_tree.looksAround = true; return anything();
    default: return isPrintable(c) && !isAsciiLetterOrDigit(c) ? literal(c) : give();
    }
}

/// One or more characters, nobody knows which.
Part Parser::anything()
{
    m_tree.isExact = false;
    Part any{.kind = Kind::Character};
    any.characters.ascii.set();
    any.characters.mayBeOther = true;
    Part repeat{.kind = Kind::Repeat, .most = Part::Unbounded};
    repeat.parts.push_back(std::move(any));
    return repeat;
}

/// The same text once more: at least it is one of those that the group stands for.
Part Parser::backReference(char16_t digit)
{
    const auto number = static_cast<std::size_t>(digit - u'1');
    if (number >= m_groups.size() || (!m_rest.isEmpty() && isAsciiDigit(m_rest.front().unicode())))
        return give();
    const Group &group = m_groups[number];
    if (!group.isClosed || group.options != m_options || ++m_references > MostReferences)
        return give();
    m_tree.isExact = false;
    return group.part;
}

/// "\x41", "\x{20ac}".
Part Parser::numbered()
{
    const QStringView from = m_rest;
    const bool isBraced = skip(u"{");
    const qsizetype size = isBraced ? m_rest.indexOf(u'}') : 2;
    if (size < 1 || size > 6 || size > m_rest.size())
        return give();
    const QStringView digits = m_rest.first(size);
    if (!std::ranges::all_of(digits, [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); }))
        return give();
    m_rest = m_rest.sliced(size + (isBraced ? 1 : 0));
    return oneOf(QString(u"\\x" % since(from)), digits.toUInt(nullptr, 16) >= CharacterSet::Ascii);
}

Part Parser::characterClass()
{
    QStringView from = m_rest;
    bool mayBeOther = skip(u"^");
    static_cast<void>(skip(u"]"));
    for (char16_t c = take(); m_isKnown && c != u']'; c = take()) {
        mayBeOther = mayBeOther || c >= CharacterSet::Ascii || c == u'\\' || c == u'[';
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
    return m_isKnown ? oneOf(QString(u"[" % since(from)), mayBeOther) : Part{};
}

Part Parser::group()
{
    if (skip(u"*"))
        return give();
    if (!skip(u"?")) {
        const std::size_t number = m_groups.size();
        m_groups.emplace_back();
        const Options before = m_options;
        Part part = inside();
        m_groups[number] = {.part = part, .options = before, .isClosed = true};
        return part;
    }
    const bool isAhead = m_rest.startsWith(u'=') || m_rest.startsWith(u'!');
    if (isAhead || m_rest.startsWith(u"<=") || m_rest.startsWith(u"<!")) {
        m_rest = m_rest.sliced(isAhead ? 0 : 1);
        const bool isWanted = take() == u'=';
        m_tree.looksAround = true;
        m_tree.isExact = false;
        Part part{.kind = Kind::LookAround};
        part.parts.push_back(inside());
        return isWanted ? part : Part{};
    }
    const bool isNamed = skip(u"P<") || skip(u"<");
    if (isNamed || skip(u"'")) {
        name(isNamed ? u'>' : u'\'');
        m_groups.emplace_back(); // never closed: (?i) and names are seldom worth it
        return inside();
    }
    if (skip(u">")) {
        m_tree.looksAround = true;
        m_tree.isExact = false;
        return inside();
    }
    const Options before = m_options;
    option();
    if (skip(u")")) // as in "(?i)": for what follows
        return {};
    Part part = inside();
    m_options = before;
    return part;
}

/// Of a group, and its closing parenthesis. Options that are set there end with it.
Part Parser::inside()
{
    if (!m_isKnown || ++m_depth > Deepest)
        return give();
    const Options before = m_options;
    Part part = alternatives();
    --m_depth;
    m_options = before;
    if (!skip(u")"))
        return give();
    return part;
}

/// Those that leave alone what is a character of the expression and what is not.
void Parser::option()
{
    bool isOn = true;
    for (; !m_rest.isEmpty() && QStringView(u"ims-").contains(m_rest.front()); m_rest = m_rest.sliced(1)) {
        switch (m_rest.front().unicode()) {
        case u'i': m_options.anyCase = isOn; break;
        case u'm': m_options.manyLines = isOn; break;
        case u's': m_options.dotIsAll = isOn; break;
        default: isOn = false;
        }
    }
    if (!skip(u":") && !m_rest.startsWith(u')'))
        give();
}

void Parser::name(char16_t end)
{
    for (char16_t c = take(); m_isKnown && c != end; c = take()) {
        if (!isAsciiLetterOrDigit(c) && c != u'_' && c != u'^')
            give();
    }
}

Part Parser::repeated(Part part)
{
    for (int nested = 0; m_isKnown; ++nested) {
        Part repeat{.kind = Kind::Repeat};
        if (!times(repeat))
            break;
        if (nested > Deepest)
            give();
        if (!skip(u"?") && skip(u"+")) {
            m_tree.looksAround = true;
            m_tree.isExact = false;
        }
        if (part.kind == Kind::Place) { // means little, and not the same in all versions
            m_tree.isExact = false;
            part = {};
        }
        repeat.parts.push_back(std::move(part));
        part = std::move(repeat);
    }
    return part;
}

/// False where what comes does not say how often.
bool Parser::times(Part &repeat)
{
    if (skip(u"*")) {
        repeat.least = 0;
        repeat.most = Part::Unbounded;
    } else if (skip(u"+")) {
        repeat.most = Part::Unbounded;
    } else if (skip(u"?")) {
        repeat.least = 0;
    } else if (m_rest.startsWith(u'{') && m_rest.size() > 1 && isOfCount(m_rest[1].unicode())) {
        m_rest = m_rest.sliced(1);
        const auto least = number();
        repeat.least = least.value_or(0);
        repeat.most = repeat.least;
        if (skip(u","))
            repeat.most = m_rest.startsWith(u'}') ? Part::Unbounded : number().value_or(0);
        if (!least || !skip(u"}"))
            give(); // versions differ
    } else {
        return false;
    }
    return m_isKnown;
}

std::optional<int> Parser::number()
{
    qsizetype size = 0;
    while (size < m_rest.size() && size < MostDigits && isAsciiDigit(m_rest[size].unicode()))
        ++size;
    const QStringView digits = m_rest.first(size);
    m_rest = m_rest.sliced(size);
    return digits.isEmpty() ? std::nullopt : std::optional(digits.toInt());
}

Part Parser::literal(char16_t c) const
{
    Part part{.kind = Kind::Character, .literal = isPrintable(c) ? c : u'\0'};
    part.characters.mayBeOther = c >= CharacterSet::Ascii;
    const auto add = [&part](char16_t character) {
        if (character < CharacterSet::Ascii)
            part.characters.ascii.set(character);
    };
    add(c);
    if (m_options.anyCase && (c < CharacterSet::Ascii || c == u'\u017f' || c == u'\u212a')) {
        const char16_t folded = QChar(c).toCaseFolded().unicode();
        add(folded);
        add(QChar(folded).toUpper().unicode());
    }
    return part;
}

/// What an atom of these words matches, as PCRE2 itself sees it.
Part Parser::oneOf(QStringView atom, bool mayBeOther)
{
    Part part{.kind = Kind::Character};
    const QString key = atom % QChar(m_options.anyCase ? u'i' : u'-') % QChar(m_options.dotIsAll ? u's' : u'-');
    const auto known = m_sets.constFind(key);
    if (known != m_sets.cend()) {
        part.characters = *known;
        return part;
    }
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, m_options.anyCase);
    options.setFlag(QRegularExpression::DotMatchesEverythingOption, m_options.dotIsAll);
    const QRegularExpression alone(u"(*ANYCRLF)\\A" % atom % u"\\z", options);
    if (!alone.isValid())
        return give();
    for (char16_t c = 0; c < CharacterSet::Ascii; ++c)
        part.characters.ascii.set(c, alone.match(QString(QChar(c))).hasMatch());
    part.characters.mayBeOther = mayBeOther;
    m_sets.insert(key, part.characters);
    return part;
}

Part Parser::at(Place place, bool looksAround)
{
    m_tree.looksAround = m_tree.looksAround || looksAround;
    return {.kind = Kind::Place, .place = place};
}

} // namespace

std::optional<ExpressionTree> treeOf(QStringView expression)
{
    return Parser(expression).tree();
}

} // namespace evident
