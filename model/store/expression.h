// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A regular expression that somebody looks for in rows, in the language of PCRE2 (QRegularExpression), made ready to be tried on many
// texts. Each thread has one of its own, since a QRegularExpression locks itself for every match.
//
// Without regard to case, unless the expression says (?-i); \w, \d and \b know the letters of every language. ^ and $ stand for the
// beginning and the end of a line, \A and \z for those of the text; lines end with CR, LF or both, and a dot is none of these.

#include "store/expressionmachine.h"

#include <QRegularExpression>

#include <cstdint>
#include <optional>

namespace evident {

/// What is wrong with an expression.
struct ExpressionFault {
    QString what; ///< in the user's language, as far as Qt knows it
    qsizetype at = 0; ///< so many characters of the expression were read
};

/// Whether an expression matches somewhere in a text.
enum class Matching : std::uint8_t {
    No,
    GivenUp, ///< it takes more steps than anybody would wait for: not known
    Yes,
};
/// Of one text or another.
[[nodiscard]] constexpr Matching either(Matching a, Matching b)
{
    return a < b ? b : a;
}

class Expression {
public:
    /// After so many steps of backtracking from one place of a text a match is given up; about 15 ms.
    static constexpr int MostSteps = 1'000'000;

    explicit Expression(const QString &text);

    [[nodiscard]] std::optional<ExpressionFault> fault() const;
    /// No where the expression has a fault. Halves of surrogate pairs in @p text count as U+FFFD.
    [[nodiscard]] Matching tryOn(QStringView text);
    /// The same, where it can be told without a match; nothing where it takes one.
    [[nodiscard]] std::optional<Matching> glance(QStringView text);

private:
    [[nodiscard]] Matching match(QStringView text) const;

    qsizetype m_before; ///< characters of m_expression that are ours
    QRegularExpression m_expression;
    QRegularExpression m_amongAscii; ///< the same to texts of ASCII without CR, and faster
    std::vector<ExpressionMachine> m_machines; ///< what matches has to match each of them; the first says yes, too
};

} // namespace evident
