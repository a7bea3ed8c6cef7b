// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct ArgumentsWords {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

QString dashed(const QString &name)
{
    return (name.size() == 1 ? u"-"_s : u"--"_s) + name;
}

/// A word that begins an option, cut into its name and, where it stands in the same word, its value.
struct OptionWord {
    QString name;
    std::optional<QString> value;
};

std::optional<OptionWord> optionIn(const QString &word)
{
    if (word.startsWith(u"--")) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 0)
            return OptionWord{.name = word.sliced(2), .value = {}};
        return OptionWord{.name = word.sliced(2, equals - 2), .value = word.sliced(equals + 1)};
    }
    if (!word.startsWith(u'-') || word.size() < 2)
        return {}; // "-" is standard input
    if (word.size() == 2)
        return OptionWord{.name = word.sliced(1), .value = {}};
    return OptionWord{.name = word.sliced(1, 1), .value = word.sliced(word[2] == u'=' ? 3 : 2)};
}

std::vector<Option> allOptions(const Grammar &grammar)
{
    std::vector<Option> options = grammar.options;
    const auto shared = sharedOptions();
    options.insert(options.end(), shared.begin(), shared.end());
    return options;
}

QString usageLine(const Grammar &grammar)
{
    QString line = u"evident-cli "_s + grammar.command;
    if (!grammar.operands.isEmpty())
        line += u' ' + grammar.operands;
    for (const Option &option : grammar.options)
        line += u" ["_s + dashed(option.name) + (option.value.isEmpty() ? QString() : u' ' + option.value) + u']';
    return line;
}

} // namespace

std::vector<Option> sharedOptions()
{
    return {
        {u"o"_s, u"FILE"_s, ArgumentsWords::tr("Write to FILE, whole or not at all, instead of to standard output.")},
        {u"q"_s, {}, ArgumentsWords::tr("Show no progress.")},
        {u"color"_s, u"auto|always|never"_s, ArgumentsWords::tr("Colour the text; auto: on a terminal only.")},
        {u"tz"_s, u"local|utc|±hh:mm"_s,
            ArgumentsWords::tr("Time zone of the times shown. Text, HTML and PDF: local; CSV, JSON and XML: utc.")},
        {u"lang"_s, u"LANGUAGE"_s,
            ArgumentsWords::tr("Language of text, HTML and PDF, such as en or de; otherwise the system's.")},
        {u"help"_s, {}, ArgumentsWords::tr("Show this help.")},
    };
}

QString helpText(const Grammar &grammar)
{
    QString text = usageLine(grammar) + u"\n\n"_s + grammar.summary + u"\n\n"_s;
    for (const Option &option : allOptions(grammar)) {
        const QString name = u"  "_s + dashed(option.name) + (option.value.isEmpty() ? QString() : u' ' + option.value);
        text += name.size() < 28 ? name.leftJustified(28) : name + u'\n' + QString(28, u' ');
        text += option.help + u'\n';
    }
    return text;
}

std::expected<Arguments, QString> Arguments::parse(const Grammar &grammar, const QStringList &words)
{
    Arguments arguments;
    const auto options = allOptions(grammar);
    bool onlyOperands = false;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words[at];
        const auto found = onlyOperands ? std::nullopt : optionIn(word);
        if (!found) {
            arguments.m_operands.append(word);
            continue;
        }
        if (word == "--"_L1) {
            onlyOperands = true;
            continue;
        }
        const auto known = std::ranges::find(options, found->name, &Option::name);
        if (known == options.end())
            return std::unexpected(ArgumentsWords::tr("There is no option %1.").arg(word));
        if (known->value.isEmpty() && found->value)
            return std::unexpected(ArgumentsWords::tr("The option %1 takes no value.").arg(dashed(known->name)));
        QString value = found->value.value_or(QString());
        if (!known->value.isEmpty() && !found->value) {
            if (++at == words.size())
                return std::unexpected(
                    ArgumentsWords::tr("The option %1 needs a value: %2.").arg(dashed(known->name), known->value));
            value = words[at];
        }
        arguments.m_values[known->name].append(value);
    }
    return arguments;
}

QString Arguments::value(const QString &option, const QString &otherwise) const
{
    const auto found = m_values.constFind(option);
    return found == m_values.cend() ? otherwise : found->last();
}

std::optional<QTimeZone> timeZoneFrom(const QString &text)
{
    if (text.compare("local"_L1, Qt::CaseInsensitive) == 0)
        return QTimeZone::systemTimeZone();
    if (text.compare("utc"_L1, Qt::CaseInsensitive) == 0)
        return QTimeZone::utc();
    static const QRegularExpression offset(u"^([+\\-−])(\\d{1,2}):(\\d{2})$"_s);
    const auto match = offset.match(text);
    if (!match.hasMatch() || match.capturedView(3).toInt() > 59)
        return {};
    const int seconds = (match.capturedView(2).toInt() * 60 + match.capturedView(3).toInt()) * 60;
    const QTimeZone zone(match.capturedView(1) == u"+" ? seconds : -seconds);
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

} // namespace evident
