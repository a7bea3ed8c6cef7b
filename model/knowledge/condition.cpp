// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/condition.h"

#include "bytes/qtbytes.h"

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// Patterns look at no more than this many characters, so that a hostile event cannot keep a worker busy.
constexpr qsizetype PatternReach = 16'384;

QString dwordAt(const QByteArray &data, std::uint16_t number)
{
    const Bytes bytes = viewOf(data);
    const std::size_t offset = std::size_t{number} * 4;
    if (slice(bytes, offset, 4).size() != 4)
        return {};
    return QString::number(readLe<std::uint32_t>(bytes, offset));
}

QString utf16Of(const QByteArray &data)
{
    const Bytes bytes = viewOf(data);
    QString text;
    for (std::size_t offset = 0; offset + 2 <= bytes.size(); offset += 2) {
        const auto unit = readLe<std::uint16_t>(bytes, offset);
        if (unit == 0)
            break;
        text += QChar(unit);
    }
    return text;
}

QString wholeText(const EventFacts &facts)
{
    if (!facts.message.isEmpty())
        return facts.message;
    QStringList lines;
    for (const auto &value : facts.content.values)
        lines += value.text;
    return lines.join(u'\n');
}

QString partOf(const QString &message, const QRegularExpression &pattern)
{
    if (message.isEmpty())
        return {};
    return pattern.match(message.first(std::min(message.size(), PatternReach))).captured(1);
}

QString contentAt(const ValuePlace &place, const EventFacts &facts)
{
    if (facts.placed != nullptr)
        return facts.placed->at(place);
    return place.kind == ValuePlace::Kind::String ? facts.content.string(place.number)
                                                  : facts.content.named(place.name).value_or(QString());
}

QString valueAt(const ValuePlace &place, const EventFacts &facts)
{
    switch (place.kind) {
    case ValuePlace::Kind::String:
    case ValuePlace::Kind::Named: return contentAt(place, facts);
    case ValuePlace::Kind::DataDword: return dwordAt(facts.content.data, place.number);
    case ValuePlace::Kind::DataText: return utf16Of(facts.content.data);
    case ValuePlace::Kind::Level: return levelWord(facts.level);
    case ValuePlace::Kind::Channel: return facts.channel;
    case ValuePlace::Kind::Computer: return facts.computer;
    case ValuePlace::Kind::Source: return facts.provider;
    case ValuePlace::Kind::Text: return wholeText(facts);
    case ValuePlace::Kind::TextPart: return partOf(facts.message, place.pattern);
    }
    return {};
}

bool anyCode(const QStringList &codes, const QString &text)
{
    const auto found = windowsCode(text);
    return found && std::ranges::any_of(codes, [&](const QString &code) { return windowsCode(code) == found; });
}

bool passes(const Condition &condition, const QString &text)
{
    const auto any = [&](auto &&test) { return std::ranges::any_of(condition.values, test); };
    switch (condition.test) {
    case Condition::Test::Is: return any([&](const QString &v) { return text.compare(v, Qt::CaseInsensitive) == 0; });
    case Condition::Test::IsNot:
        return !any([&](const QString &v) { return text.compare(v, Qt::CaseInsensitive) == 0; });
    case Condition::Test::Contains: return any([&](const QString &v) { return text.contains(v, Qt::CaseInsensitive); });
    case Condition::Test::StartsWith:
        return any([&](const QString &v) { return text.startsWith(v, Qt::CaseInsensitive); });
    case Condition::Test::EndsWith: return any([&](const QString &v) { return text.endsWith(v, Qt::CaseInsensitive); });
    case Condition::Test::Matches:
        return condition.pattern.match(text.first(std::min(text.size(), PatternReach))).hasMatch();
    case Condition::Test::Code: return anyCode(condition.values, text);
    case Condition::Test::Present: return true;
    case Condition::Test::Absent: return false;
    }
    return false;
}

} // namespace

QString PlacedTexts::at(const ValuePlace &place) const
{
    const bool isString = place.kind == ValuePlace::Kind::String;
    const auto found = std::ranges::find_if(places.places, [&](const ContentPlace &known) {
        return isString ? known.string == place.number : known.string == 0 && known.name == place.name;
    });
    const auto index = static_cast<std::size_t>(found - places.places.begin());
    return index < texts.size() ? texts[index] : QString();
}

std::optional<ContentPlace> contentPlace(const ValuePlace &place)
{
    if (place.kind == ValuePlace::Kind::String && place.number > 0)
        return ContentPlace{.string = place.number, .name = {}};
    if (place.kind == ValuePlace::Kind::Named && !place.name.isEmpty())
        return ContentPlace{.string = 0, .name = place.name};
    return {};
}

bool isOfRow(const ValuePlace &place)
{
    return place.kind == ValuePlace::Kind::Level || place.kind == ValuePlace::Kind::Channel
        || place.kind == ValuePlace::Kind::Computer || place.kind == ValuePlace::Kind::Source;
}

EventFacts factsOf(const Event &event)
{
    return {.content = event.content,
        .provider = event.provider,
        .level = event.level,
        .channel = event.channel,
        .computer = event.computer,
        .message = event.renderedMessage};
}

std::optional<FoundValue> findValue(const std::vector<ValuePlace> &places, const EventFacts &facts)
{
    for (const auto &place : places) {
        if (QString text = valueAt(place, facts); !text.isEmpty())
            return FoundValue{&place, std::move(text)};
    }
    return {};
}

bool holds(const Condition &condition, const EventFacts &facts)
{
    const auto found = findValue(condition.places, facts);
    if (!found)
        return condition.test == Condition::Test::Absent || condition.test == Condition::Test::IsNot;
    return passes(condition, found->text);
}

std::optional<std::uint32_t> windowsCode(QStringView text)
{
    constexpr std::uint32_t FacilityWin32 = 0x8007'0000; // HRESULT_FROM_WIN32, winerror.h
    auto digits = text.trimmed();
    if (digits.startsWith("%%"_L1))
        digits = digits.sliced(2);
    const bool hexadecimal = digits.startsWith("0x"_L1, Qt::CaseInsensitive);
    bool ok = false;
    const qint64 number = hexadecimal ? digits.sliced(2).toLongLong(&ok, 16) : digits.toLongLong(&ok, 10);
    if (!ok || number < INT32_MIN || number > UINT32_MAX)
        return {};
    const auto code = static_cast<std::uint32_t>(number);
    return (code & 0xFFFF'0000) == FacilityWin32 ? code & 0xFFFF : code;
}

} // namespace evident
