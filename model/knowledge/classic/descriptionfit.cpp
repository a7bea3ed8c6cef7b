// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/descriptionfit.h"

#include "knowledge/classic/descriptiontemplate.h"

#include <QRegularExpression>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestText = 16'384; ///< of an event; more is not compared
constexpr double NothingToCompare = 0.3; ///< the article prints no description, or the event says nothing

QString folded(QStringView text)
{
    return text.left(LongestText).toString().simplified().toCaseFolded();
}

/// Letters, digits, and what joins them in names and paths.
QStringList wordsOf(QStringView text)
{
    static const QRegularExpression word(u"[\\w\\\\/.:@-]*\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    for (const auto &match : word.globalMatchView(text))
        words.append(match.captured());
    words.sort();
    return words;
}

/// How many words of two sorted lists are the same.
qsizetype common(const QStringList &a, const QStringList &b)
{
    qsizetype count = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        const int order = left->compare(*right);
        if (order == 0) {
            ++count;
            ++left;
            ++right;
        } else if (order < 0) {
            ++left;
        } else {
            ++right;
        }
    }
    return count;
}

/// Names in quotes of services and drivers: the things whose failure the description tells of.
QStringList namesOfFailed(QStringView text)
{
    static const QRegularExpression pattern(
        u"\\b(?:service|driver) [\"']([^\"'<>%\\\\]+)[\"']|[\"']([^\"'<>%\\\\]+)[\"'] (?:service|driver)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList names;
    for (const auto &match : pattern.globalMatchView(text))
        names.append(folded(match.hasCaptured(1) ? match.capturedView(1) : match.capturedView(2)));
    return names;
}

/// The description without what its author left open.
QString withoutPlaceholders(QStringView description)
{
    QString text;
    qsizetype at = 0;
    for (const auto &part : variablePartsOf(description)) {
        if (part.kind != VariablePart::Kind::Placeholder)
            continue;
        text.append(description.sliced(at, part.start - at)).append(u' ');
        at = part.start + part.length;
    }
    return text.append(description.sliced(at));
}

} // namespace

EventWords::EventWords(const Event &event)
    : m_text(folded(event.renderedMessage))
    , m_words(wordsOf(m_text))
{
    for (const auto &value : event.content.values) {
        if (const QString text = folded(value.text); !text.isEmpty())
            m_values.append(text);
    }
}

double EventWords::textFit(const QStringList &words) const
{
    if (words.isEmpty())
        return NothingToCompare;
    return 2.0 * static_cast<double>(common(words, m_words)) / static_cast<double>(words.size() + m_words.size());
}

double EventWords::valuesFit(QStringView description) const
{
    const QString text = folded(description);
    const auto found = std::ranges::count_if(m_values, [&](const QString &value) { return text.contains(value); });
    return NothingToCompare
        + (1 - NothingToCompare) * static_cast<double>(found) / static_cast<double>(m_values.size());
}

std::optional<double> EventWords::fitOf(QStringView description) const
{
    if (description.isEmpty() || (m_text.isEmpty() && m_values.isEmpty()))
        return NothingToCompare;
    for (const QString &name : namesOfFailed(description)) {
        if (m_text.isEmpty() ? !m_values.contains(name) : !m_text.contains(name))
            return {};
    }
    if (m_text.isEmpty())
        return valuesFit(description);
    // A person who tries an article's own words out leaves its placeholders in.
    return std::max(textFit(wordsOf(folded(description))), textFit(wordsOf(folded(withoutPlaceholders(description)))));
}

} // namespace evident
