// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/rulereader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint16_t MaxString = 99; ///< insertion strings are %1 to %99
constexpr std::uint16_t MaxDword = 1023;
constexpr auto PatternOptions =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;

struct TestWord {
    QLatin1StringView word;
    Condition::Test test;
};
constexpr std::array TestWords{
    TestWord{"is"_L1, Condition::Test::Is},
    TestWord{"is-not"_L1, Condition::Test::IsNot},
    TestWord{"contains"_L1, Condition::Test::Contains},
    TestWord{"starts-with"_L1, Condition::Test::StartsWith},
    TestWord{"ends-with"_L1, Condition::Test::EndsWith},
    TestWord{"matches"_L1, Condition::Test::Matches},
    TestWord{"code"_L1, Condition::Test::Code},
    TestWord{"present"_L1, Condition::Test::Present},
};

struct PlaceWord {
    QLatin1StringView word;
    ValuePlace::Kind kind;
};
constexpr std::array PlaceWords{
    PlaceWord{"level"_L1, ValuePlace::Kind::Level},
    PlaceWord{"channel"_L1, ValuePlace::Kind::Channel},
    PlaceWord{"computer"_L1, ValuePlace::Kind::Computer},
    PlaceWord{"source"_L1, ValuePlace::Kind::Source},
    PlaceWord{"text"_L1, ValuePlace::Kind::Text},
    PlaceWord{"data text"_L1, ValuePlace::Kind::DataText},
};

std::optional<std::uint16_t> numberUpTo(QStringView digits, std::uint16_t limit)
{
    bool ok = false;
    const auto number = digits.toUShort(&ok);
    const bool plain = std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return ok && plain && number <= limit ? std::optional(number) : std::nullopt;
}

std::optional<ValuePlace> textPart(QStringView written)
{
    const auto pattern = written.sliced(1).chopped(1);
    ValuePlace place{.kind = ValuePlace::Kind::TextPart,
        .name = pattern.toString(),
        .pattern = QRegularExpression(pattern.toString(), PatternOptions)};
    if (!place.pattern.isValid() || place.pattern.captureCount() != 1)
        return {};
    place.pattern.optimize();
    return place;
}

ValueName readValue(const HeadNode::Key &key, const HeadNode &node, FaultList &faults)
{
    ValueName value{.name = key.name, .places = {}};
    if (!isValueName(key.name))
        faults.add(key.line,
            QCoreApplication::translate("Article",
                "“%1” cannot name a value: use lower-case letters, digits and "
                "dashes, and none of the words for places.")
                .arg(key.name));
    for (const auto &written : textsIn(node, key.name, faults)) {
        if (auto place = placeFrom(written))
            value.places.push_back(std::move(*place));
        else
            faults.add(node.line,
                QCoreApplication::translate("Article",
                    "“%1” is no place in an event; write “string 1”, “value Name”, "
                    "“data 0”, “data text” or “text /pattern with one group/”.")
                    .arg(written));
    }
    return value;
}

void checkLevels(const QStringList &values, int line, FaultList &faults)
{
    for (const auto &value : values) {
        if (!levelFromWord(value))
            faults.add(line,
                QCoreApplication::translate("Article",
                    "“%1” is no level; levels are critical, error, warning, information, "
                    "verbose, auditSuccess and auditFailure.")
                    .arg(value));
    }
}

void readPattern(Condition &condition, const HeadNode &node, FaultList &faults)
{
    if (condition.values.size() != 1) {
        faults.add(node.line, QCoreApplication::translate("Article", "“matches” takes one pattern."));
        return;
    }
    condition.pattern = QRegularExpression(condition.values.front(), PatternOptions);
    if (!condition.pattern.isValid())
        faults.add(node.line,
            QCoreApplication::translate("Article", "The pattern is broken: %1.").arg(condition.pattern.errorString()));
    condition.pattern.optimize();
}

void readPresent(Condition &condition, const HeadNode &node, FaultList &faults)
{
    const auto word = condition.values.value(0);
    if (word != "yes"_L1 && word != "no"_L1)
        faults.add(node.line, QCoreApplication::translate("Article", "“present” is yes or no."));
    condition.test = word == "no"_L1 ? Condition::Test::Absent : Condition::Test::Present;
    condition.values.clear();
}

void readTest(Condition &condition, const HeadNode &node, QStringView key, FaultList &faults)
{
    if (node.kind != HeadNode::Kind::Map) {
        condition.values = textsIn(node, key, faults);
        return;
    }
    const auto found = std::ranges::find_if(TestWords,
        [&](const TestWord &one) { return node.entries.size() == 1 && node.entries.front().key.name == one.word; });
    if (found == TestWords.end()) {
        faults.add(node.line,
            QCoreApplication::translate("Article",
                "“%1” takes a text, a list of texts, or one of is, is-not, contains, "
                "starts-with, ends-with, matches, code, present.")
                .arg(key));
        return;
    }
    const auto &value = node.entries.front().value;
    condition.test = found->test;
    condition.values = textsIn(value, found->word.toString(), faults);
    if (condition.test == Condition::Test::Matches)
        readPattern(condition, value, faults);
    else if (condition.test == Condition::Test::Present)
        readPresent(condition, value, faults);
    else if (condition.test == Condition::Test::Code
        && !std::ranges::all_of(condition.values, [](const QString &v) { return windowsCode(v).has_value(); }))
        faults.add(
            value.line, QCoreApplication::translate("Article", "“code” takes error codes such as 5 or 0x80070005."));
}

std::vector<Condition> readConditions(const HeadNode &where, const std::vector<ValueName> &values, FaultList &faults)
{
    std::vector<Condition> conditions;
    for (const auto &[key, node] : where.entries) {
        Condition condition;
        if (const auto *named = valueNamed(values, key.name)) {
            condition.places = named->places;
        } else if (auto place = placeFrom(key.name)) {
            condition.places.push_back(std::move(*place));
        } else {
            faults.add(key.line,
                QCoreApplication::translate(
                    "Article", "“%1” is neither one of the article's values nor a place in an event.")
                    .arg(key.name));
            continue;
        }
        readTest(condition, node, key.name, faults);
        if (!condition.places.empty() && condition.places.front().kind == ValuePlace::Kind::Level)
            checkLevels(condition.values, node.line, faults);
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

MatchRule readRule(const HeadNode &node, RuleKind kind, const std::vector<ValueName> &values, FaultList &faults)
{
    static constexpr std::array Keys{"provider"_L1, "id"_L1, "where"_L1};
    checkKeys(node, Keys, faults);
    const auto need = kind == RuleKind::Match ? Need::Required : Need::Optional;
    MatchRule rule;
    rule.providers = textsOf(node, "provider"_L1, need, faults);
    for (const auto &written : textsOf(node, "id"_L1, need, faults)) {
        if (const auto id = eventIdFrom(written))
            rule.ids.push_back(*id);
        else
            faults.add(node.child(u"id")->line,
                QCoreApplication::translate("Article", "“%1” is no event id; ids are 0 to 65535.").arg(written));
    }
    if (const auto *where = node.child(u"where")) {
        if (where->kind != HeadNode::Kind::Map || where->entries.empty())
            faults.add(where->line,
                QCoreApplication::translate(
                    "Article", "“where” must hold at least one condition, such as “service: Spooler”."));
        rule.all = readConditions(*where, values, faults);
    } else if (kind == RuleKind::NotMatch && rule.providers.isEmpty() && rule.ids.empty()) {
        faults.add(node.line,
            QCoreApplication::translate("Article", "A “not-match” without conditions would leave out every event."));
    }
    return rule;
}

} // namespace

bool isValueName(QStringView name)
{
    static constexpr std::array Reserved{"string"_L1, "value"_L1, "data"_L1, "text"_L1};
    const auto allowed = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    const bool reserved = std::ranges::any_of(Reserved, [&](QLatin1StringView word) { return name == word; });
    return !name.isEmpty() && name.front() >= u'a' && name.front() <= u'z' && std::ranges::all_of(name, allowed)
        && !reserved && !valueNamed({}, name);
}

std::optional<ValuePlace> placeFrom(const QString &written)
{
    for (const auto &[word, kind] : PlaceWords) {
        if (written == word)
            return ValuePlace{.kind = kind, .name = {}, .pattern = {}};
    }
    const auto view = QStringView(written);
    if (view.startsWith("string "_L1)) {
        if (const auto number = numberUpTo(view.sliced(7), MaxString); number && *number > 0)
            return ValuePlace{.kind = ValuePlace::Kind::String, .number = *number, .name = {}, .pattern = {}};
    } else if (view.startsWith("data "_L1)) {
        if (const auto number = numberUpTo(view.sliced(5), MaxDword))
            return ValuePlace{.kind = ValuePlace::Kind::DataDword, .number = *number, .name = {}, .pattern = {}};
    } else if (view.startsWith("value "_L1) && !view.sliced(6).trimmed().isEmpty()) {
        return ValuePlace{.kind = ValuePlace::Kind::Named, .name = view.sliced(6).trimmed().toString(), .pattern = {}};
    } else if (view.startsWith("text /"_L1) && view.size() > 7 && view.endsWith(u'/')) {
        return textPart(view.sliced(5));
    }
    return {};
}

std::optional<std::uint16_t> eventIdFrom(const QString &written)
{
    return numberUpTo(written, UINT16_MAX);
}

const std::vector<ValueName> &builtInValues()
{
    static const std::vector<ValueName> all = [] {
        std::vector<ValueName> values;
        for (const auto word : {"level"_L1, "channel"_L1, "computer"_L1, "source"_L1})
            values.push_back({word, {*placeFrom(word)}});
        return values;
    }();
    return all;
}

const ValueName *valueNamed(const std::vector<ValueName> &values, QStringView name)
{
    for (const auto *list : {&values, &builtInValues()}) {
        const auto found = std::ranges::find_if(*list, [&](const ValueName &one) { return one.name == name; });
        if (found != list->end())
            return &*found;
    }
    return nullptr;
}

std::vector<ValueName> readValues(const HeadNode &head, FaultList &faults)
{
    std::vector<ValueName> values;
    const auto *node = head.child(u"values");
    if (!node)
        return values;
    if (node->kind != HeadNode::Kind::Map || node->entries.empty()) {
        faults.add(node->line,
            QCoreApplication::translate("Article", "“values” must hold lines such as “service: string 1”."));
        return values;
    }
    for (const auto &[key, value] : node->entries) {
        if (valueNamed(values, key.name) && !valueNamed({}, key.name))
            faults.add(key.line, QCoreApplication::translate("Article", "“%1” stands here twice.").arg(key.name));
        else
            values.push_back(readValue(key, value, faults));
    }
    return values;
}

std::vector<MatchRule> readRules(
    const HeadNode &head, RuleKind kind, const std::vector<ValueName> &values, FaultList &faults)
{
    std::vector<MatchRule> rules;
    const bool isMatch = kind == RuleKind::Match;
    for (const auto *node :
        mapsOf(head, isMatch ? "match"_L1 : "not-match"_L1, isMatch ? Need::Required : Need::Optional, faults))
        rules.push_back(readRule(*node, kind, values, faults));
    return rules;
}

} // namespace evident
