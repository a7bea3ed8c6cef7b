// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/whysentences.h"

#include "knowledge/filling.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxValue = 80; ///< characters of a value in a sentence

QString placeWords(const ValuePlace &place)
{
    switch (place.kind) {
    case ValuePlace::Kind::String: return QCoreApplication::translate("Why", "string %1").arg(place.number);
    case ValuePlace::Kind::Named: return place.name;
    case ValuePlace::Kind::DataDword:
        return place.number == 0 ? QCoreApplication::translate("Why", "the first DWORD of the data")
                                 : QCoreApplication::translate("Why", "DWORD %1 of the data").arg(place.number);
    case ValuePlace::Kind::DataText: return QCoreApplication::translate("Why", "the text in the data");
    case ValuePlace::Kind::Level: return QCoreApplication::translate("Why", "level");
    case ValuePlace::Kind::Channel: return QCoreApplication::translate("Why", "log");
    case ValuePlace::Kind::Computer: return QCoreApplication::translate("Why", "computer");
    case ValuePlace::Kind::Source: return QCoreApplication::translate("Why", "provider");
    case ValuePlace::Kind::Text: return QCoreApplication::translate("Why", "the text");
    case ValuePlace::Kind::TextPart: return QCoreApplication::translate("Why", "the part read from the text");
    }
    return {};
}

/// The one of the condition's values that the text holds, for the tests that look inside.
QString partHeld(const Condition &condition, const QString &text)
{
    const auto found = std::ranges::find_if(
        condition.values, [&](const QString &value) { return text.contains(value, Qt::CaseInsensitive); });
    return found == condition.values.end() ? condition.values.value(0) : *found;
}

QString sentence(const Condition &condition, const EventFacts &facts)
{
    const auto found = findValue(condition.places, facts);
    const QString place =
        condition.places.empty() ? QString() : placeWords(found ? *found->place : condition.places.front());
    const QString value = found ? plainValue(found->text, MaxValue) : QString();
    const QString part = found ? plainValue(partHeld(condition, found->text), MaxValue) : QString();
    switch (condition.test) {
    case Condition::Test::Is:
    case Condition::Test::Code: return QCoreApplication::translate("Why", "%1 is %2").arg(place, value);
    case Condition::Test::IsNot:
        return QCoreApplication::translate("Why", "%1 is not %2").arg(place, condition.values.join(", "_L1));
    case Condition::Test::Contains: return QCoreApplication::translate("Why", "%1 contains %2").arg(place, part);
    case Condition::Test::StartsWith: return QCoreApplication::translate("Why", "%1 begins with %2").arg(place, part);
    case Condition::Test::EndsWith: return QCoreApplication::translate("Why", "%1 ends with %2").arg(place, part);
    case Condition::Test::Matches:
        return QCoreApplication::translate("Why", "%1 fits the pattern %2").arg(place, condition.values.value(0));
    case Condition::Test::Present: return QCoreApplication::translate("Why", "%1 is given").arg(place);
    case Condition::Test::Absent: return QCoreApplication::translate("Why", "%1 is not given").arg(place);
    }
    return {};
}

} // namespace

QStringList whySentences(const MatchRule &rule, const QString &provider, const EventFacts &facts)
{
    QStringList sentences{QCoreApplication::translate("Why", "%1 is %2")
            .arg(QCoreApplication::translate("Why", "provider"), plainValue(provider, MaxValue))};
    for (const auto &condition : rule.all)
        sentences += sentence(condition, facts);
    return sentences;
}

} // namespace evident
