// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evident-cli: finds the command, reads its arguments, and ends with its exit code.

#include "commands.h"
#include "console.h"
#include "interrupt.h"
#include "language.h"
#include "paper.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct MainWords {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

constexpr std::array Commands{
    infoCommand, dumpCommand, scanCommand, explainCommand, checkCommand, pullCommand, articlesCommand};
constexpr std::array NotBuiltYet{"messages"_L1};

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

QString overview()
{
    QString text = MainWords::tr("evident-cli explains what Windows event logs say.") + u"\n\n"_s;
    for (const auto command : Commands) {
        const Grammar grammar = command().grammar;
        text += u"  evident-cli "_s + grammar.command + u' ' + grammar.operands + u'\n' + u"      "_s + grammar.summary
            + u'\n';
    }
    return text + u'\n'
        + MainWords::tr(
            "evident-cli COMMAND --help tells a command's options. Exit codes: 0 done; 1 done, but something could "
            "not be read or asked; 2 wrong usage; 3 nothing could be done; 130 cancelled.")
        + u'\n';
}

/// Pages need an application with fonts; nothing else needs more than the core. Where it cannot be had, the command that
/// wants pages says so.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    const std::span words(argv, static_cast<std::size_t>(argc));
    const auto isPdf = [](std::string_view word) { return word == "pdf" || word == "--format=pdf"; };
    std::unique_ptr<QCoreApplication> application;
    if (std::ranges::any_of(words, isPdf))
        application = makePaperApplication(argc, argv);
    return application ? std::move(application) : std::make_unique<QCoreApplication>(argc, argv);
}

/// The language asked for, or empty for the system's. What programs read is English, whoever sits before them. Looked
/// for before anything else is, because help and complaints are in that language, too.
QString wantedLanguage(const QStringList &words)
{
    static constexpr std::array programForms{"json"_L1, "jsonl"_L1, "xml"_L1, "csv"_L1};
    QString language;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words[at];
        const auto valueOf = [&](QLatin1StringView option) {
            if (word == option)
                return words.value(at + 1);
            return word.startsWith(option + u'=') ? word.sliced(option.size() + 1) : QString();
        };
        if (word == "--json"_L1 || std::ranges::find(programForms, valueOf("--format"_L1)) != programForms.end())
            return u"en"_s;
        if (const QString wanted = valueOf("--lang"_L1); !wanted.isEmpty())
            language = wanted;
    }
    return language;
}

ExitCode run(const Command &command, const QStringList &words, const QString &language)
{
    const auto arguments = Arguments::parse(command.grammar, words);
    if (!arguments) {
        say(arguments.error() + u' '
            + MainWords::tr("evident-cli %1 --help tells its options.").arg(command.grammar.command));
        return ExitCode::Usage;
    }
    if (arguments->has(u"help"_s)) {
        print(helpText(command.grammar));
        return ExitCode::Done;
    }
    if (!timeZoneFrom(arguments->value(u"tz"_s, u"utc"_s))) {
        say(MainWords::tr("--tz takes local, utc or an offset such as +01:00."));
        return ExitCode::Usage;
    }
    if (const QString color = arguments->value(u"color"_s, u"auto"_s);
        color != "auto"_L1 && color != "always"_L1 && color != "never"_L1) {
        say(MainWords::tr("--color takes auto, always or never."));
        return ExitCode::Usage;
    }
    const bool needsPath = command.grammar.operands.startsWith("PATH"_L1);
    if (needsPath && arguments->operands().isEmpty()) {
        say(MainWords::tr("Name at least one log, folder or - for standard input. evident-cli %1 --help tells more.")
                .arg(command.grammar.command));
        return ExitCode::Usage;
    }
    return command.run(*arguments, language);
}

ExitCode runCommand(const QStringList &words)
{
    const Language language(wantedLanguage(words));
    const QString name = words.value(0);
    if (name == "--version"_L1) {
        print(u"Evident "_s + QCoreApplication::applicationVersion() + u'\n');
        return ExitCode::Done;
    }
    if (name == "--help"_L1 || name == "help"_L1) {
        print(overview());
        return ExitCode::Done;
    }
    for (const auto make : Commands) {
        if (const Command command = make(); command.grammar.command == name)
            return run(command, words.sliced(1), language.code());
    }
    if (std::ranges::find(NotBuiltYet, name) != NotBuiltYet.end())
        say(MainWords::tr("%1 is not built yet.").arg(name));
    else
        say(name.isEmpty() ? MainWords::tr("Say what to do: evident-cli --help lists the commands.")
                           : MainWords::tr("There is no command %1. evident-cli --help lists the commands.").arg(name));
    return ExitCode::Usage;
}

} // namespace

} // namespace evident

int main(int argc, char **argv)
{
    const auto application = evident::makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("evident"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EVIDENT_VERSION));
    evident::watchForInterrupt();
    return std::to_underlying(evident::runCommand(QCoreApplication::arguments().sliced(1)));
}
