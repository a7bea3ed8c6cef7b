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

/// A loop without a way out, which compilers make look at many units at once.
bool hasSurrogates(QStringView text)
{
    unsigned found = 0;
    for (const QChar unit : text)
        found |= unit.isSurrogate() ? 1U : 0U;
    return found != 0;
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
    , m_expression(settings() + text,
          QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption
              | QRegularExpression::UseUnicodePropertiesOption)
{
}

std::optional<ExpressionFault> Expression::fault() const
{
    if (m_expression.isValid())
        return {};
    return ExpressionFault{
        .what = m_expression.errorString(), .at = std::max<qsizetype>(m_expression.patternErrorOffset() - m_before, 0)};
}

Matching Expression::tryOn(QStringView text) const
{
    if (!m_expression.isValid())
        return Matching::No;
    QString whole;
    if (hasSurrogates(text) && !text.isValidUtf16()) {
        whole = withWholePairs(text);
        text = whole;
    }
    const QRegularExpressionMatch match = m_expression.matchView(
        text, 0, QRegularExpression::NormalMatch, QRegularExpression::DontCheckSubjectStringMatchOption);
    if (!match.isValid())
        return Matching::GivenUp;
    return match.hasMatch() ? Matching::Yes : Matching::No;
}

} // namespace evident
