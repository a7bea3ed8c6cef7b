// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/expressiontraits.h"

#include "store/expressiontree.h"

#include <algorithm>

namespace evident {

namespace {

using Kind = ExpressionPart::Kind;

/// Of a list of literals: how many characters each of them has at least.
qsizetype shortest(const QStringList &literals)
{
    const auto found = std::ranges::min_element(literals, {}, &QString::size);
    return found == literals.end() ? 0 : found->size();
}

/// Whether rows that hold one of @p a are fewer, as far as one can guess.
bool isRarer(const QStringList &a, const QStringList &b)
{
    const qsizetype inA = shortest(a);
    const qsizetype inB = shortest(b);
    return inA > inB || (inA == inB && a.size() < b.size());
}

QStringList literalsOf(const ExpressionPart &part);

QStringList ofSequence(const std::vector<ExpressionPart> &parts)
{
    QStringList best;
    QString run; ///< characters that must stand one behind the other
    const auto offer = [&best](const QStringList &literals) {
        if (isRarer(literals, best))
            best = literals;
    };
    for (const ExpressionPart &part : parts) {
        if (part.kind == Kind::Sequence && part.parts.empty())
            continue; // nothing between
        const bool isRepeated = part.kind == Kind::Repeat && part.least > 0;
        const ExpressionPart &once = isRepeated ? part.parts.front() : part;
        if (once.kind == Kind::Character && once.literal != 0)
            run += QChar(once.literal);
        if (once.kind == Kind::Character && once.literal != 0 && !isRepeated)
            continue;
        offer(run.isEmpty() ? QStringList() : QStringList(run));
        run.clear();
        offer(literalsOf(part));
    }
    offer(run.isEmpty() ? QStringList() : QStringList(run));
    return best;
}

QStringList ofChoice(const std::vector<ExpressionPart> &choices)
{
    QStringList all;
    for (const ExpressionPart &choice : choices) {
        const QStringList literals = literalsOf(choice);
        if (literals.isEmpty())
            return {};
        all += literals;
    }
    all.removeDuplicates();
    return all.size() <= ExpressionTraits::MostLiterals ? all : QStringList();
}

QStringList literalsOf(const ExpressionPart &part)
{
    switch (part.kind) {
    case Kind::Character: return part.literal != 0 ? QStringList(QString(QChar(part.literal))) : QStringList();
    case Kind::Sequence: return ofSequence(part.parts);
    case Kind::Choice: return ofChoice(part.parts);
    case Kind::Repeat: return part.least > 0 ? literalsOf(part.parts.front()) : QStringList();
    case Kind::LookAround: return literalsOf(part.parts.front());
    case Kind::Place: break;
    }
    return {};
}

} // namespace

ExpressionTraits traitsOf(QStringView expression)
{
    const auto tree = treeOf(expression);
    return tree ? ExpressionTraits{.literals = literalsOf(tree->whole), .looksAround = tree->looksAround}
                : ExpressionTraits{};
}

} // namespace evident
