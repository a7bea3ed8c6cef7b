// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/expression.h"

#include <algorithm>

namespace evident {

namespace {

/// What PCRE2 is told in front of the expression. A lower limit that the expression sets itself counts.
QString settings()
{
    return QStringLiteral("(*LIMIT_MATCH=%1)(*ANYCRLF)").arg(Expression::MostSteps);
}

constexpr auto Options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption;

/// All bits of all units of a text. A loop without a way out, which compilers make look at many units at once.
unsigned bitsOf(QStringView text)
{
    unsigned bits = 0;
    for (const QChar unit : text)
        bits |= unit.unicode();
    return bits;
}

constexpr std::size_t MostMachines = 5;

/// One for each part that any match comes with, @p part itself first.
void addMachines(const ExpressionPart &part, std::vector<ExpressionMachine> &to)
{
    using Kind = ExpressionPart::Kind;
    if (part.kind == Kind::LookAround && to.size() < MostMachines)
        to.emplace_back(part.parts.front(), false);
    if (part.kind == Kind::Sequence || part.kind == Kind::LookAround || (part.kind == Kind::Repeat && part.least > 0)) {
        for (const ExpressionPart &inner : part.parts)
            addMachines(inner, to);
    }
}

QString withWholePairs(QStringView text)
{
    QString whole = text.toString();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (whole[i].isHighSurrogate() && i + 1 < whole.size() && whole[i + 1].isLowSurrogate())
            ++i;
        else if (whole[i].isSurrogate())
            whole[i] = QChar::ReplacementCharacter;
    }
    return whole;
}

} // namespace

Expression::Expression(const QString &text)
    : m_before(settings().size())
    , m_expression(settings() + text, Options | QRegularExpression::UseUnicodePropertiesOption)
    , m_amongAscii(settings() + text, Options)
{
    const auto tree = m_expression.isValid() ? treeOf(text) : std::nullopt;
    if (!tree)
        return;
    m_machines.emplace_back(tree->whole, tree->isExact);
    addMachines(tree->whole, m_machines);
}

std::optional<ExpressionFault> Expression::fault() const
{
    if (m_expression.isValid())
        return {};
    return ExpressionFault{
        .what = m_expression.errorString(), .at = std::max<qsizetype>(m_expression.patternErrorOffset() - m_before, 0)};
}

Matching Expression::tryOn(QStringView text)
{
    const auto told = glance(text);
    return told ? *told : match(text);
}

std::optional<Matching> Expression::glance(QStringView text)
{
    for (ExpressionMachine &machine : m_machines) {
        if (const auto told = machine.matches(text))
            return *told ? Matching::Yes : Matching::No;
    }
    return {};
}

Matching Expression::match(QStringView text) const
{
    constexpr unsigned NoAscii = 0xff80;
    if (!m_expression.isValid())
        return Matching::No;
    QString whole;
    const bool isAscii = (bitsOf(text) & NoAscii) == 0;
    if (!isAscii && !text.isValidUtf16()) {
        whole = withWholePairs(text);
        text = whole;
    }
    // Between CR and LF the one begins no match, the other one might.
    const bool isPlain = isAscii && !text.contains(u'\r');
    const QRegularExpressionMatch match =
        (isPlain ? m_amongAscii : m_expression)
            .matchView(text, 0, QRegularExpression::NormalMatch, QRegularExpression::DontCheckSubjectStringMatchOption);
    if (!match.isValid())
        return Matching::GivenUp;
    return match.hasMatch() ? Matching::Yes : Matching::No;
}

} // namespace evident
